/** Results that took long and can be had again, each in a file: what is damaged, or cannot be read, is not there. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

export interface Cache {
  /** `key`: everything the value depends on, code included. */
  read(kind: string, key: string): unknown;
  /** All of it or nothing, in place of what was there; where nothing can be written, nothing is kept. */
  write(kind: string, key: string, value: unknown): void;
}

/** So many states of one thing are kept: the present one, and a few that somebody may go back to. */
const most = 4;

const digest = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

export function createCache(folder: string): Cache {
  const nameOf = (kind: string, key: string) => `${kind}-${digest(key).toString('hex').slice(0, 32)}`;

  function forget(kind: string): void {
    const names = readdirSync(folder).filter((name) => name.startsWith(`${kind}-`));
    const aged = names.map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }));
    for (const { path } of aged.sort((one, other) => other.at - one.at).slice(most)) rmSync(path, { force: true });
  }

  return {
    read: (kind, key) =>
      attempt(() => {
        const bytes = readFileSync(join(folder, nameOf(kind, key)));
        const body = bytes.subarray(32);
        return digest(key, body).equals(bytes.subarray(0, 32))
          ? (deserialize(inflateRawSync(body)) as unknown)
          : undefined;
      }),
    write(kind, key, value) {
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        const body = deflateRawSync(serialize(value)); // less than half; to unpack it takes no longer than to check the rest
        const path = join(folder, nameOf(kind, key));
        const whole = `${path}.${process.pid}`;
        writeFileSync(whole, Buffer.concat([digest(key, body), body]));
        renameSync(whole, path);
        forget(kind);
      });
    },
  };
}
