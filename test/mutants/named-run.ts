/** Makes each of the named breaks, and looks whether its suite notices. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inPackage } from '../../src/base/index.js';
import { compiled } from './code.js';
import { startWorker } from './crew.js';
import type { Answer } from './jobs.js';
import { named, type NamedBreak } from './named.js';
import { suitesOf } from './rooms.js';

const isScript = (file: string): boolean => file.endsWith('.lua');

/** The text with the break in it; throws when its place is not there any more, or there are several. */
function broken({ file, from, to, law }: NamedBreak): string {
  const text = readFileSync(isScript(file) ? inPackage(file) : compiled(file), 'utf8');
  const places = [...text.matchAll(new RegExp(from, 'g'))].length;
  if (places !== 1) throw new Error(`The break of "${law}" fits ${file} in ${places} places.`);
  return text.replace(from, to);
}

async function answerTo(suite: string, change?: NamedBreak): Promise<Answer> {
  const suites = suitesOf({ suites: [suite] });
  const text = change === undefined ? '' : broken(change);
  const [script, code] = isScript(change?.file ?? '') ? [{ [change!.file]: text }, {}] : [{}, change];
  const modules = code?.file === undefined ? {} : { [pathToFileURL(compiled(code.file)).href]: text };
  const worker = await startWorker({ suites, modules, scripts: script });
  const answer = await worker!.ask({});
  worker!.end();
  return answer;
}

/** True when all are noticed. */
export async function tryNamed(write: (text: string) => void): Promise<boolean> {
  for (const suite of new Set(named.map((one) => one.suite))) {
    const sound = await answerTo(suite);
    if (sound.kind !== 'passed') throw new Error(`${suite} fails on what is sound: ${JSON.stringify(sound)}`);
  }
  let noticed = 0;
  for (const change of named) {
    const answer = await answerTo(change.suite, change);
    if (answer.kind !== 'passed') noticed += 1;
    const by =
      answer.kind === 'failed'
        ? `noticed by "${answer.test}"`
        : answer.kind === 'lost'
          ? 'noticed: it ended'
          : 'NOT NOTICED';
    write(`  ${change.law}: ${by}\n`);
  }
  write(`named breaks: ${noticed} of ${named.length} noticed\n\n`);
  return noticed === named.length;
}
