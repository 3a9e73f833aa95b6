// npm run teams-package: the app that is uploaded to Teams, with a manifest that was checked against Microsoft's schema.
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { colourIcon, outlineIcon } from './png.js';
import { zip } from './zip.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const load = createRequire(import.meta.url);
const out = process.env.OUT ?? join(here, '..', '..', 'dist', 'teams');

/** Throws with a line for each setting that is missing or will not do. */
function settings({ MicrosoftAppId = '', PUBLIC_URL = '', BRAND = 'Harbour & Pine' }) {
  const problems = [];
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(MicrosoftAppId))
    problems.push('MicrosoftAppId: set it to the id of the bot registration.');
  if (!/^https:/.test(PUBLIC_URL) || !URL.canParse(PUBLIC_URL))
    problems.push('PUBLIC_URL: set it to where customers reach this server, https://…');
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const { host, origin } = new URL(PUBLIC_URL);
  const { version } = load('../../package.json');
  return { MicrosoftAppId, PUBLIC_URL: origin, BRAND, host, version, short: BRAND.slice(0, 30) };
}

function check(manifest) {
  const [, version] = /teams\/(v[\d.]+)\//.exec(manifest.$schema) ?? [];
  const entry = load.resolve('@microsoft/app-manifest');
  const schema = JSON.parse(
    readFileSync(join(entry, '..', 'json-schemas', 'teams', version, 'MicrosoftTeams.schema.json'), 'utf8'),
  );
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  if (ajv.validate(schema, manifest)) return;
  throw new Error(
    ajv.errors.map(({ instancePath, message }) => `manifest.json ${instancePath}: ${message}`).join('\n'),
  );
}

function main() {
  const given = settings(process.env);
  const text = readFileSync(join(here, 'manifest.json'), 'utf8').replace(/\{\{(\w+)\}\}/g, (_, name) =>
    JSON.stringify(given[name]).slice(1, -1),
  );
  const manifest = JSON.parse(text);
  check(manifest);
  mkdirSync(out, { recursive: true });
  const file = join(out, 'warmline.zip');
  writeFileSync(
    file,
    zip([
      ['manifest.json', Buffer.from(text)],
      ['color.png', colourIcon()],
      ['outline.png', outlineIcon()],
    ]),
  );
  process.stdout.write(`${file}\nUpload it in Teams: Apps, Manage your apps, Upload an app.\n`);
}

try {
  main();
} catch (fault) {
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 1;
}
