/** Certificates for a test's own servers: an authority that nobody trusts by itself, and what it signs. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Of the authority that signed it: a client that is given this file trusts the others. */
  readonly ca: string;
}

/** Whether certificates can be made here. */
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

function openssl(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args.join(' ')}:\n${stderr}`);
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Makes a certificate in a folder; `names` as in `IP:127.0.0.1` or `DNS:elsewhere.example`. */
export function makeCertificate(folder: string, names: string): Certificate {
  const at = (name: string) => join(folder, name);
  const [ca, caKey, key, ask, cert] = ['ca.pem', 'ca.key', 'own.key', 'own.csr', 'own.pem'].map(at) as [
    string,
    string,
    string,
    string,
    string,
  ];
  openssl('req', '-x509', ...newKey, '-subj', '/CN=test authority', '-days', '2', '-keyout', caKey, '-out', ca);
  openssl('req', ...newKey, '-subj', '/CN=test', '-addext', `subjectAltName=${names}`, '-keyout', key, '-out', ask);
  openssl(
    ...['x509', '-req', '-in', ask, '-CA', ca, '-CAkey', caKey, '-CAcreateserial'],
    ...['-copy_extensions', 'copy', '-days', '2', '-out', cert],
  );
  return { key, cert, ca };
}
