/** Files that commands read and write; what cannot be done says so by its path. */
import { readFileSync, writeFileSync } from 'node:fs';
import { SupportError } from '../base/index.js';

/** Throws `content` with the path and the reason. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new SupportError('content', `${path} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

/** Throws `content` with the path and the reason. */
export function writeFile(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (cause) {
    throw new SupportError('content', `${path} cannot be written: ${(cause as Error).message}`, { cause });
  }
}
