// Builds what is out of date: the server and tests by tsc, the pages by esbuild. Does nothing when nothing changed.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

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
  return ['src', 'dialogs', 'test', 'package.json', 'tsconfig.json'].every((name) => {
    const place = join(root, name);
    return !existsSync(place) || newest(place) <= built;
  });
}

function compile() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(tsc)) {
    throw new Error(
      'The project is not built and TypeScript is not installed. Run `npm ci` with development packages, then `npm start`.',
    );
  }
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

async function bundle() {
  const esbuild = await import('esbuild');
  const web = join(root, 'src', 'web');
  const out = join(root, 'dist', 'web');
  await esbuild.build({
    entryPoints: {
      widget: join(web, 'chat', 'widget.tsx'),
      site: join(web, 'chat', 'site.ts'),
      desk: join(web, 'desk', 'main.tsx'),
      insights: join(web, 'insights', 'main.tsx'),
      'sign-in': join(web, 'kit', 'sign-in.tsx'),
    },
    bundle: true,
    minify: true,
    sourcemap: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.svg': 'text', '.woff2': 'file' },
    plugins: [cssText(esbuild)],
    assetNames: '[name]-[hash]',
    outdir: out,
    logLevel: 'warning',
  });
  for (const page of ['chat/index.html', 'desk/desk.html', 'insights/insights.html', 'kit/sign-in.html']) {
    cpSync(join(web, page), join(out, page.split('/')[1]));
  }
}

if (!upToDate()) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  compile();
  sweep();
  await bundle();
  writeFileSync(stamp, '');
}
