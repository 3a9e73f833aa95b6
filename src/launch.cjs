// Starts the product from its bundle, with what V8 compiled of it before: `node dist/launch.cjs start`, or a command.
// Plain JavaScript, because it runs before anything is loaded; the build copies it to dist.
'use strict';
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire, SourceMap } = require('node:module');
const { dirname, join, resolve } = require('node:path');
const vm = require('node:vm');

const folder = join(__dirname, 'node_modules', 'warmline');
const bundle = join(folder, 'warmline.cjs');

const attempt = (act) => {
  try {
    return act();
  } catch {
    return undefined;
  }
};

// V8 refuses what another version or other flags compiled, but not what was damaged: that is told by the digest.
const digest = (bytes) => createHash('sha1').update(bytes).digest();

function openCache(part) {
  const build = readFileSync(join(folder, 'warmline.sha256'), 'utf8').slice(0, 16);
  const path = join(__dirname, 'cache', `code-${part}-${process.versions.v8}-${process.arch}-${build}`);
  return {
    read: () =>
      attempt(() => {
        const bytes = readFileSync(path);
        const code = bytes.subarray(20);
        return digest(code).equals(bytes.subarray(0, 20)) ? code : undefined;
      }),
    write: (code) =>
      attempt(() => {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(`${path}.${process.pid}`, Buffer.concat([digest(code), code]));
        renameSync(`${path}.${process.pid}`, path);
      }),
  };
}

// Stacks name our sources; the map is read when the first one is asked for.
function mapStacks() {
  let map;
  const place = (frame) => {
    const text = String(frame);
    if (frame.getFileName() !== bundle) return text;
    const [line, column] = [frame.getLineNumber() ?? 1, frame.getColumnNumber() ?? 1];
    map ??= attempt(() => new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')))) ?? {
      findEntry: () => ({}),
    };
    const { originalSource, originalLine, originalColumn } = map.findEntry(line - 1, column - 1);
    if (!originalSource) return text;
    const source = `${resolve(folder, originalSource)}:${originalLine + 1}:${originalColumn + 1}`;
    return text.replace(`${bundle}:${line}:${column}`, source);
  };
  Error.prepareStackTrace = (error, frames) =>
    [attempt(() => Error.prototype.toString.call(error)) ?? 'Error', ...frames.map(place)].join('\n    at ');
}

/** The parts of the bundle, and how to keep what was compiled of it by now. */
function load(part) {
  const cache = openCache(part);
  const cachedData = cache.read();
  const source = readFileSync(bundle, 'latin1'); // the build made it ASCII
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) { ${source}\n})`, {
    filename: bundle,
    cachedData,
  });
  mapStacks();
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, folder);
  const known = cachedData !== undefined && script.cachedDataRejected !== true;
  return { ...module.exports, keep: () => void (known || cache.write(script.createCachedData())) };
}

/** Nothing of ours is there to tell it better. */
function refuse(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

/** `start` with anything behind it is read by the commands: asking for help starts nothing. */
async function main(args) {
  if (!existsSync(bundle)) {
    refuse('Warmline is not built here. Run `npm ci && npm run build` where its sources are, or install the package.');
  }
  const serving = args.length === 1 && args[0] === 'start';
  // what is loaded hears of a signal that comes before it listens, and nothing ends at once meanwhile
  if (serving) for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
  const { serve, command, keep } = load(serving ? 'start' : 'command');
  if (serving) {
    await serve();
    keep();
  } else {
    process.once('exit', keep);
    await command(args);
  }
}

module.exports = { load, main };
if (require.main === module) void main(process.argv.slice(2));
