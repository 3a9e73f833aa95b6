/**
 * Seals what is masked, where somebody may see it later: AES-256-GCM with keys derived from secrets (HKDF-SHA-256). The first
 * seals, all of them open, so that they can be changed one after the other. A seal opens for nothing but what it is about.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export interface Seal {
  /** Made by chance, never twice (the nonce): it stands apart from what is sealed, which opens with no other. */
  readonly mark: string;
  readonly box: string;
}

export interface Sealer {
  seal(content: string, about: string): Seal;
  /** Undefined where it was changed or moved, or its secret was taken away. */
  open(seal: Seal, about: string): string | undefined;
}

const algorithm = 'aes-256-gcm';
/** Bytes. */
const [keyLength, markLength, tagLength] = [32, 12, 16];

const keyOf = (secret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'warmline: what is masked', keyLength));

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');

function openWith(key: Uint8Array, { mark, box }: Seal, about: string): string | undefined {
  const [nonce, sealed] = [bytesOf(mark), bytesOf(box)];
  if (nonce.length !== markLength || sealed.length < tagLength) return undefined;
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(-tagLength));
  const opened = decipher.update(sealed.subarray(0, -tagLength));
  try {
    return Buffer.concat([opened, decipher.final()]).toString();
  } catch {
    return undefined; // its tag is that of something else
  }
}

export function createSealer(secrets: readonly [string, ...string[]]): Sealer {
  const [first, ...others] = secrets;
  const own = keyOf(first);
  const keys = [own, ...others.map(keyOf)];
  return {
    seal(content, about) {
      const nonce = randomBytes(markLength);
      const cipher = createCipheriv(algorithm, own, nonce, { authTagLength: tagLength }).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(content, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return { mark: nonce.toString('base64url'), box: sealed.toString('base64url') };
    },
    open(seal, about) {
      for (const key of keys) {
        const content = openWith(key, seal, about);
        if (content !== undefined) return content;
      }
      return undefined;
    },
  };
}
