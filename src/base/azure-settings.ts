/**
 * Settings by which a store in Azure knows us without a password. All but the first are given by Azure itself to what runs
 * there, under these names; so they are looked at only where they are needed.
 */
import { z } from 'zod';
import type { Problem } from './problem.js';

const text = z.string().trim().min(1);

export const azureSettings = {
  REDIS_AUTH: z.enum(['password', 'entra']).default('password'),
  AZURE_CLIENT_ID: text.optional(),
  AZURE_TENANT_ID: text.optional(),
  AZURE_FEDERATED_TOKEN_FILE: text.optional(),
  AZURE_AUTHORITY_HOST: text.optional(),
  AZURE_POD_IDENTITY_AUTHORITY_HOST: text.optional(),
  IDENTITY_ENDPOINT: text.optional(),
  IDENTITY_HEADER: text.optional(),
};

/** As they are read. */
export type AzureSettings = Partial<z.infer<z.ZodObject<typeof azureSettings>>>;

/** Where this process is told who it is: by a token file of its pod, by its container or app, or by its machine. */
export type Identity =
  | {
      readonly kind: 'pod';
      readonly authority: string;
      readonly tenant: string;
      readonly client: string;
      readonly file: string;
    }
  | { readonly kind: 'app'; readonly endpoint: string; readonly header: string; readonly client: string | undefined }
  | { readonly kind: 'machine'; readonly host: string; readonly client: string | undefined };

/** Of everybody's Azure; others name their own. */
const usual = { authority: 'https://login.microsoftonline.com', machine: 'http://169.254.169.254' };

/** Undefined where the store asks for a password, or for nothing. */
export function identityOf(config: AzureSettings): Identity | undefined {
  if (config.REDIS_AUTH !== 'entra') return undefined;
  const { AZURE_CLIENT_ID: client, AZURE_TENANT_ID: tenant, AZURE_FEDERATED_TOKEN_FILE: file } = config;
  if (file !== undefined && client !== undefined && tenant !== undefined)
    return { kind: 'pod', authority: config.AZURE_AUTHORITY_HOST ?? usual.authority, tenant, client, file };
  const { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: header } = config;
  if (endpoint !== undefined && header !== undefined) return { kind: 'app', endpoint, header, client };
  return { kind: 'machine', host: config.AZURE_POD_IDENTITY_AUTHORITY_HOST ?? usual.machine, client };
}

type Given = Readonly<Record<string, unknown>>;

const loopback = ['127.0.0.1', '[::1]', 'localhost'];

/** Over a line that nobody else reads: encrypted, or within this computer. */
const isSafe = (address: string, encrypted: string): boolean =>
  URL.canParse(address) && (address.startsWith(encrypted) || loopback.includes(new URL(address).hostname));

function ofAddresses(given: Given): readonly Problem[] {
  const isAddress = (value: unknown) => typeof value === 'string' && /^https?:/.test(value) && URL.canParse(value);
  const names = ['AZURE_AUTHORITY_HOST', 'AZURE_POD_IDENTITY_AUTHORITY_HOST', 'IDENTITY_ENDPOINT'];
  const wrong = names.filter((name) => given[name] !== undefined && !isAddress(given[name]));
  const { AZURE_AUTHORITY_HOST: authority } = given;
  const open = typeof authority === 'string' && wrong.length === 0 && !isSafe(authority, 'https:');
  return [
    ...wrong.map((name): Problem => [name, 'must be an address, like https://login.microsoftonline.com']),
    ...(open ? [['AZURE_AUTHORITY_HOST', 'must be https: what proves who we are is sent there'] as const] : []),
  ];
}

/** A token in the place of a password, and never over a line that others can read. */
export function ofEntra(given: Given): readonly Problem[] {
  if (given['REDIS_AUTH'] !== 'entra') return [];
  const { REDIS_URL: url, AZURE_FEDERATED_TOKEN_FILE: file } = given;
  if (typeof url !== 'string')
    return [['REDIS_URL', 'is missing: REDIS_AUTH=entra needs rediss://HOST:10000, of Azure Managed Redis']];
  const [first = ''] = url.split(',');
  const plain = !/^rediss?:/.test(first) || !isSafe(first, 'rediss:');
  const password = URL.canParse(first) && new URL(first).password !== '';
  const whose = file === undefined ? [] : ['AZURE_CLIENT_ID', 'AZURE_TENANT_ID'];
  return [
    ...(plain
      ? [['REDIS_URL', 'must be rediss:// with REDIS_AUTH=entra: a token is sent over nothing else'] as const]
      : []),
    ...(password
      ? [['REDIS_URL', 'has a password, though REDIS_AUTH=entra takes a token: leave it out'] as const]
      : []),
    ...whose
      .filter((name) => given[name] === undefined)
      .map((name): Problem => [name, 'is missing, though AZURE_FEDERATED_TOKEN_FILE is set']),
    ...ofAddresses(given),
  ];
}
