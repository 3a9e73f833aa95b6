/** The settings that each manifest gives to the server, once an operator has filled in what is theirs. */
import { read, yaml } from './files.js';

export type Settings = Readonly<Record<string, string>>;

/** What an operator fills in: everything, or only what has to be there. */
export type Filled = 'all' | 'needed';

const secret = 'x'.repeat(32);

/** What stands for an operator's own. */
const own: Settings = {
  SITE: 'chat.example.com',
  REDIS_PASSWORD: secret,
  REDIS_URL: `redis://:${secret}@store.example.com:6379`,
  TOKEN_SECRET: secret,
  METRICS_TOKEN: secret,
  DIRECT_LINE_SECRET: secret,
  OIDC_ISSUER: 'https://login.example.com',
  OIDC_CLIENT_ID: 'warmline',
  OIDC_CLIENT_SECRET: secret,
  OIDC_ROLES: 'agent=Support,admin=Ops',
  OIDC_ROLE_CLAIM: 'groups',
  AZURE_CLIENT_ID: 'an-identity',
  MicrosoftAppId: 'an-app',
  MicrosoftAppPassword: secret,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: 'a-tenant',
};

function ownValue(name: string): string {
  const value = own[name];
  if (value === undefined) throw new Error(`The test has nothing to fill in for ${name}.`);
  return value;
}

/** The names of an example, which are empty in it; those below "May stay empty" only when everything is filled in. */
export function filledIn(example: string, filled: Filled): Settings {
  const [needed = '', optional = ''] = example.split(/^# May stay empty.*$/m);
  const text = filled === 'all' ? `${needed}\n${optional}` : needed;
  const names = Array.from(text.matchAll(/^(\w+)=$/gm), ([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, ownValue(name)]));
}

/** As compose puts values in: `${NAME:?}` has to be there, `${NAME:-}` need not. */
function expanded(text: string, given: Settings): string {
  return text.replace(/\$\{(\w+):([?-])([^}]*)\}/g, (...[, name = '', kind, usual = '']: string[]) => {
    const value = given[name] ?? '';
    if (value === '' && kind === '?') throw new Error(`compose.yaml: ${name} is missing in the example.`);
    return value === '' ? usual : value;
  });
}

function compose(filled: Filled): Settings {
  const given = filledIn(read('compose.env.example'), filled);
  const services = yaml('compose.yaml')[0]?.['services'] as Record<string, { environment?: Settings }>;
  for (const { environment = {} } of Object.values(services)) {
    for (const value of Object.values(environment)) expanded(value, given);
  }
  const app = Object.entries(services['app']?.environment ?? {});
  return Object.fromEntries(app.map(([name, value]) => [name, expanded(value, given)]));
}

function kubernetes(filled: Filled): Settings {
  const generators = yaml('kubernetes/kustomization.yaml')[0]?.['configMapGenerator'] as { literals: string[] }[];
  const literals = generators.flatMap((one) => one.literals).map((line) => line.split(/=(.*)/s, 2));
  return { ...(Object.fromEntries(literals) as Settings), ...filledIn(read('kubernetes/secrets.env.example'), filled) };
}

interface Bicep {
  readonly text: string;
  /** Parameters, and whether one has to be given. */
  readonly params: ReadonlyMap<string, 'needed' | 'usual'>;
}

function readBicep(): Bicep {
  const text = read('azure/main.bicep');
  const found = Array.from(
    text.matchAll(/^param (\w+) string( = )?/gm),
    ([, name = '', usual]) => [name, usual === undefined ? 'needed' : 'usual'] as const,
  );
  return { text, params: new Map(found) };
}

/** The parameters that have to be given on the command line. */
export const neededParams = (): readonly string[] =>
  [...readBicep().params].filter(([, kind]) => kind === 'needed').map(([name]) => name);

/** `'https://${host}'`, a parameter, or something that Azure knows: all but the quoted text stands for an operator's own. */
function evaluated(name: string, expression: string, { params }: Bicep): string {
  const quoted = /^'(.*)'$/.exec(expression)?.[1];
  if (quoted === undefined) {
    if (/^\w+$/.test(expression) && !params.has(expression)) throw new Error(`main.bicep: no param ${expression}.`);
    return ownValue(name);
  }
  return quoted.replace(/\$\{([\w.]+)\}/g, (_, param: string) => {
    if (!param.includes('.') && !params.has(param)) throw new Error(`main.bicep: there is no param ${param}.`);
    return ownValue('SITE');
  });
}

function azure(): Settings {
  const bicep = readBicep();
  const secrets = new Set(Array.from(bicep.text.matchAll(/\{ name: '([a-z-]+)', value: /g), ([, name = '']) => name));
  const env = bicep.text.matchAll(/\{ name: '([A-Z]\w+)', (value|secretRef): (.+?) \}$/gm);
  return Object.fromEntries(
    Array.from(env, ([, name = '', kind, expression = '']) => {
      if (kind === 'value') return [name, evaluated(name, expression, bicep)];
      if (!secrets.has(expression.slice(1, -1))) throw new Error(`main.bicep: there is no secret ${expression}.`);
      return [name, ownValue(name)];
    }),
  );
}

/** What the image itself sets. */
export const imageSettings = (): Settings => {
  const last =
    read('Containerfile')
      .split(/^FROM /m)
      .at(-1) ?? '';
  return Object.fromEntries(
    Array.from(last.matchAll(/^ENV (\w+)=(.*)$/gm), ([, name = '', value = '']) => [name, value]),
  );
};

/** Each with what the image sets underneath. */
export const manifestSettings: Readonly<Record<string, (filled: Filled) => Settings>> = {
  compose: (filled) => ({ ...imageSettings(), ...compose(filled) }),
  Kubernetes: (filled) => ({ ...imageSettings(), ...kubernetes(filled) }),
  Azure: () => ({ ...imageSettings(), ...azure() }),
};
