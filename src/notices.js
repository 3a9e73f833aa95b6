// The licences of everything that is bundled, in one text beside the bundle: packages are not installed beside it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of the packages that a bundle was made of, by what esbuild tells of its inputs. */
function packagesOf(root, inputs) {
  const folders = inputs.map((path) => /^(.*node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(path)?.[1]);
  return [
    ...new Set(folders.filter((folder) => folder !== undefined && existsSync(join(root, folder, 'package.json')))),
  ];
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  const known = typeof license === 'object' ? license.type : license;
  const heading = `${name} ${version}${known === undefined ? '' : `, ${known}`}`;
  return [heading, ...texts.map((file) => readFileSync(join(folder, file), 'utf8').trim())].join('\n\n');
}

/** `inputs`: paths from `root`, of all bundles. */
export function noticesOf(root, inputs) {
  const notices = packagesOf(root, inputs).map((folder) => noticeOf(join(root, folder)));
  return `${notices.sort().join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
