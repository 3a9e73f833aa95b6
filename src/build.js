// Builds what is out of date: the server and tests by tsc, the pages by esbuild. Does nothing when nothing changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { noticesOf } from './notices.js';
import { withoutPackages } from './own-map.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.built');

function newest(place) {
  const info = statSync(place);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(place).map((name) => newest(join(place, name))));
}

function upToDate() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return ['src', 'dialogs', 'test', 'package.json', 'package-lock.json', 'tsconfig.json'].every((name) => {
    const place = join(root, name);
    return !existsSync(place) || newest(place) <= built;
  });
}

function compile() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(tsc)) {
    process.stderr.write(
      'Warmline has to be built, and what builds it is not installed. Run `npm ci && npm run build`, then `npm start`.\n',
    );
    process.exit(1);
  }
  if (process.stderr.isTTY) process.stderr.write('Building, which takes half a minute…\n');
  const run = spawnSync(process.execPath, [tsc, '-p', root], { stdio: 'inherit', cwd: root });
  if (run.status !== 0) process.exit(run.status ?? 1);
}

/** What is left of a source that was moved or removed would still be found: a suite would run, a module be loaded. */
function sweep() {
  for (const part of ['src', 'dialogs', 'test']) {
    for (const name of readdirSync(join(root, 'dist', part), { recursive: true })) {
      const source = join(root, part, name.replace(/[.]js([.]map)?$/, '.ts'));
      if (/[.]js([.]map)?$/.test(name) && !existsSync(source)) rmSync(join(root, 'dist', part, name));
    }
  }
}

/** `import css from './x.css?text'`: the bundled sheet as a string, for the chat's shadow root. */
const cssText = (esbuild) => ({
  name: 'css-text',
  setup(build) {
    build.onResolve({ filter: /[.]css[?]text$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.slice(0, -'?text'.length)),
      namespace: 'css-text',
    }));
    build.onLoad({ filter: /^/, namespace: 'css-text' }, async ({ path }) => {
      const sheet = await esbuild.build({ entryPoints: [path], bundle: true, minify: true, write: false });
      return { contents: sheet.outputFiles[0].text, loader: 'text' };
    });
  },
});

/** Of the languages in which zod can complain, ours. */
const ownLanguage = {
  name: 'own-language',
  setup(build) {
    build.onLoad({ filter: /[/\\]zod[/\\]v4[/\\]locales[/\\]index[.]js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
      loader: 'js',
    }));
  },
};

/** Of the languages that can be told apart by their words, those that `src/language/spoken.ts` asks for: a tenth of all. */
const toldApart = {
  name: 'told-apart',
  setup(build) {
    // its data are read at the first message, for a command needs none of them
    build.onResolve({ filter: /^eld[/]/ }, () => ({ path: 'eld', namespace: 'told-apart' }));
    build.onLoad({ filter: /^eld$/, namespace: 'told-apart' }, () => {
      const path = join(root, 'node_modules', 'eld', 'src', 'entries', 'static.extrasmall.js');
      return {
        contents: `const real = () => require(${JSON.stringify(path)}).eld;
          export const eld = { detect: (text) => real().detect(text), setLanguageSubset: (own) => real().setLanguageSubset(own) };`,
        resolveDir: root,
        loader: 'js',
      };
    });
    build.onLoad({ filter: /[/\\]eld[/\\]src[/\\]ngrams[/\\]extrasmall[.]js$/ }, async ({ path }) => {
      const [{ ngramsData }, { toldApart: wanted }] = await Promise.all([
        import(pathToFileURL(path).href),
        import(pathToFileURL(join(root, 'dist', 'src', 'language', 'spoken.js')).href),
      ]);
      const { type, languages } = ngramsData;
      const own = Object.keys(languages).filter((number) => wanted.includes(languages[number]));
      const ngrams = Object.entries(ngramsData.ngrams).flatMap(([letters, scores]) => {
        const kept = own.filter((number) => number in scores).map((number) => [number, scores[number]]);
        return kept.length === 0 ? [] : [[letters, Object.fromEntries(kept)]];
      });
      const data = { type, languages, isSubset: true, ngrams: Object.fromEntries(ngrams) };
      return {
        contents: `export const ngramsData = JSON.parse(${JSON.stringify(JSON.stringify(data))});`,
        loader: 'js',
      };
    });
  },
};

/** Node reads and compiles text of one byte a letter in half the time. Escapes mean the same, but after a backslash. */
function toAscii(path) {
  const text = readFileSync(path, 'utf8');
  if (/\\[^\0-\x7f]/.test(text)) throw new Error(`${path} escapes a letter that is not ASCII.`);
  const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(path, text.replace(/[^\0-\x7f]/g, escaped));
}

/**
 * The server and the commands in one file, the thread that learns in another. They lie in a folder `node_modules`,
 * because most of them comes from there, and Node warns nobody of what others' packages still use.
 */
async function bundleServer(esbuild) {
  const out = join(root, 'dist', 'node_modules', 'warmline');
  const { metafile } = await esbuild.build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: [join(root, 'src', 'warmline.ts'), join(root, 'src', 'learn.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.11',
    define: { 'import.meta.dirname': '__dirname' },
    external: ['dtrace-provider'],
    plugins: [ownLanguage, toldApart],
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'external',
    outExtension: { '.js': '.cjs' },
    outdir: out,
    logLevel: 'warning',
    logOverride: { 'empty-glob': 'silent' },
  });
  for (const name of ['warmline', 'learn']) {
    const path = join(out, `${name}.cjs`);
    toAscii(path);
    writeFileSync(`${path}.map`, JSON.stringify(withoutPackages(JSON.parse(readFileSync(`${path}.map`, 'utf8')))));
    writeFileSync(join(out, `${name}.sha256`), createHash('sha256').update(readFileSync(path)).digest('hex'));
  }
  cpSync(join(root, 'src', 'launch.cjs'), join(root, 'dist', 'launch.cjs'));
  return Object.keys(metafile.inputs);
}

const browsers = { bundle: true, minify: true, sourcemap: true, target: 'es2022', logLevel: 'warning', metafile: true };

/** For pages of other sites: a script that leaves nothing behind but `window.warmline`, and a module with its types. */
async function bundleWidget(esbuild) {
  const web = join(root, 'src', 'web', 'widget');
  const out = join(root, 'dist', 'web');
  const common = { ...browsers, absWorkingDir: root, plugins: [cssText(esbuild)] };
  const made = [
    { entryPoints: [join(web, 'widget.ts')], format: 'iife', outfile: join(out, 'widget.js') },
    { entryPoints: [join(web, 'mount.ts')], format: 'esm', outfile: join(out, 'widget.mjs') },
  ].map((one) => esbuild.build({ ...common, ...one }));
  const { transpileDeclaration } = (await import('typescript')).default;
  const api = readFileSync(join(web, 'api.ts'), 'utf8');
  const { outputText } = transpileDeclaration(api, { compilerOptions: { target: 'es2022' } });
  writeFileSync(
    join(out, 'widget.d.ts'),
    `${outputText}export declare const mount: Mount;\nexport declare const version: Version;\n`,
  );
  return (await Promise.all(made)).flatMap(({ metafile }) => Object.keys(metafile.inputs));
}

async function bundlePages(esbuild) {
  const web = join(root, 'src', 'web');
  const out = join(root, 'dist', 'web');
  const { metafile } = await esbuild.build({
    ...browsers,
    absWorkingDir: root,
    entryPoints: {
      chat: join(web, 'chat', 'main.tsx'),
      site: join(web, 'chat', 'site.ts'),
      desk: join(web, 'desk', 'main.tsx'),
      insights: join(web, 'insights', 'main.tsx'),
      admin: join(web, 'admin', 'main.tsx'),
      'sign-in': join(web, 'kit', 'sign-in.tsx'),
    },
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.svg': 'text', '.woff2': 'file' },
    plugins: [cssText(esbuild)],
    assetNames: '[name]-[hash]',
    outdir: out,
  });
  const pages = [
    'chat/chat.html',
    'chat/index.html',
    'desk/desk.html',
    'insights/insights.html',
    'admin/admin.html',
    'kit/sign-in.html',
  ];
  for (const page of pages) {
    cpSync(join(web, page), join(out, page.split('/')[1]));
  }
  return Object.keys(metafile.inputs);
}

if (!upToDate()) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  compile();
  sweep();
  const esbuild = await import('esbuild');
  const inputs = await Promise.all([bundlePages(esbuild), bundleWidget(esbuild), bundleServer(esbuild)]);
  const notices = join(root, 'dist', 'node_modules', 'warmline', 'LICENSES.txt');
  writeFileSync(notices, noticesOf(root, inputs.flat()));
  writeFileSync(stamp, '');
}
