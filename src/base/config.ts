/** Settings: one schema, parsed once from the environment; all problems are listed together. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { azureSettings } from './azure-settings.js';
import { disagreements } from './disagreements.js';
import { SupportError } from './errors.js';
import { isRedisAddress } from './redis-address.js';
import { signInSettings } from './sign-in-settings.js';

const text = z.string().trim().min(1);
const secret = z
  .string()
  .regex(/^[\x21-\x7e]{32,}$/, 'must have at least 32 characters, of letters, digits and signs without spaces');
const signs = /^[\x21-\x2b\x2d-\x7e]{32,}$/;
const list = (value: string): string[] => value.split(',').map((one) => one.trim());
/** As OpenTelemetry writes them: name=value,other=value, each value as in an address. */
const headers = (value: string, { addIssue }: z.RefinementCtx): Readonly<Record<string, string>> => {
  const all = list(value).map((one) => /^([\w-]+)=([\x21-\x7e]+)$/.exec(one) ?? []);
  try {
    if (all.every(({ length }) => length > 0)) {
      return Object.fromEntries(all.map(([, name = '', given = '']) => [name, decodeURIComponent(given)]));
    }
  } catch {
    // not an encoded value: told below
  }
  addIssue({ code: 'custom', message: 'must be like authorization=Bearer%20SECRET,x-tenant=shop' });
  return z.NEVER;
};
/** Several, of which the first signs. */
const secrets = text
  .transform(list)
  .refine((all): all is [string, ...string[]] => all.every((one) => signs.test(one)), {
    error: 'each must have at least 32 characters, of letters, digits and signs without spaces and commas',
  });

/** A proxy that is believed: an address, or a network as in 10.0.0.0/8. */
function isNetwork(value: string): boolean {
  const [address = '', bits, ...more] = value.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** An address of this server that others reach, without a path. */
function isOrigin(value: string): boolean {
  if (!/^https?:/.test(value) || !URL.canParse(value)) return false;
  const { origin: own } = new URL(value);
  return [own, `${own}/`].includes(value);
}

/** An address of this server or of a site. */
const origin = text
  .refine(isOrigin, { error: 'must be like https://chat.example.com, without a path' })
  .transform((value) => new URL(value).origin);

/** So many in so many seconds; without it nothing is counted. */
export interface Limit {
  readonly count: number;
  readonly seconds: number;
}

const limit = (usual: string) =>
  text
    .regex(/^(?:[1-9]\d{0,5}\/[1-9]\d{0,3}|off)$/, 'must be like 30/15 (30 in 15 seconds), or off')
    .default(usual)
    .transform((value): Limit | undefined => {
      const [count, seconds] = value.split('/').map(Number);
      return count === undefined || seconds === undefined ? undefined : { count, seconds };
    });

const settings = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
    HOST: text.default('127.0.0.1'),
    DATA_DIR: text.default('data'),
    DATA_SYNC: z.enum(['everysec', 'always']).default('everysec'),
    REDIS_URL: text
      .refine(isRedisAddress, {
        error: 'must be redis://…, rediss://…, redis+sentinel://…/NAME or unix:///path/to/socket',
      })
      .optional(),
    REDIS_SENTINEL_PASSWORD: text.optional(),
    ...azureSettings,
    SHARDS: z.coerce.number().int().min(1).max(64).optional(),
    TOKEN_SECRET: secrets.optional(),
    SEAL_SECRET: secrets.optional(),
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    BRAND: text.max(40).optional(),
    CONTENT_DIR: text.optional(),
    LEARN_FROM_USE: z.enum(['on', 'off']).default('on'),
    DRAIN_SECONDS: z.coerce.number().int().min(0).max(5).default(0),
    METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
    METRICS_HOST: text.default('127.0.0.1'),
    METRICS_TOKEN: secret.optional(),
    RETENTION_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
    AGENT_CAPACITY: z.coerce.number().int().min(1).max(50).default(4),
    DIRECT_LINE_SECRET: secret.optional(),
    PUBLIC_URL: origin.optional(),
    ALLOWED_ORIGINS: text.transform(list).pipe(z.array(origin)).optional(),
    ...signInSettings,
    TRUST_PROXY: text
      .transform(list)
      .refine((all) => all.every(isNetwork), { error: 'must be addresses or networks, like 127.0.0.1,10.0.0.0/8' })
      .optional(),
    LIMITS: z.enum(['on', 'off']).default('on'),
    LIMIT_MESSAGES: limit('30/15'),
    LIMIT_ADDRESS: limit('3000/60'),
    LIMIT_BEGIN: limit('300/60'),
    LIMIT_READS: limit('300/30'),
    LIMIT_GUESSES: limit('10/60'),
    LIMIT_SIGN_INS: limit('60/60'),
    MicrosoftAppId: text.optional(),
    MicrosoftAppPassword: text.optional(),
    MicrosoftAppType: z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).optional(),
    MicrosoftAppTenantId: text.optional(),
    ChannelService: z.enum(['https://botframework.azure.us', 'https://botframework.azure.cn']).optional(),
    OTEL_EXPORTER_OTLP_ENDPOINT: text
      .refine((value) => /^https?:/.test(value) && URL.canParse(value), { error: 'must be like http://127.0.0.1:4318' })
      .optional(),
    OTEL_EXPORTER_OTLP_HEADERS: text.transform(headers).optional(),
    OTEL_SERVICE_NAME: text.default('warmline'),
    OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
    HOOK_SECRET: text
      .regex(/^(?:whsec_)?[A-Za-z\d+/]{32,88}={0,2}$/, 'must be whsec_ and base64 of 24 to 64 bytes')
      .optional(),
    HOOK_URL: text
      .refine((value) => /^https?:/.test(value) && URL.canParse(value), {
        error: 'must be like https://example.com/path',
      })
      .optional(),
    MESSAGES_ANONYMOUS: z.enum(['on', 'off']).default('off'),
    SERVICE_HOSTS: text.transform((value) => list(value.toLowerCase())).optional(),
  })
  .superRefine((given, context) => {
    for (const [name, message] of disagreements(given)) context.addIssue({ code: 'custom', path: [name], message });
  });

export type Config = z.infer<typeof settings>;
export const settingNames: readonly string[] = Object.keys(settings.shape);

/** Reads the settings; empty values count as not set. Throws `settings` with every problem. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = settings.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new SupportError('settings', 'Some settings are wrong. See .env.example for what each one takes.', {
    problems,
  });
}
