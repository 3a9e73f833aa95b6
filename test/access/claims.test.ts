/** What providers say of people, in the shapes of those that are used most, and what they are here by it. */
import { expect } from 'chai';
import { type Provider, providerOf, readConfig } from '../../src/base/index.js';
import { readClaims } from '../../src/access/claims.js';

const settings = (claim: string, roles: string): Provider =>
  providerOf(
    readConfig({
      OIDC_ISSUER: 'https://sign-in.example.com',
      OIDC_CLIENT_ID: 'warmline',
      OIDC_CLIENT_SECRET: 'secret',
      PUBLIC_URL: 'https://chat.example.com',
      OIDC_ROLE_CLAIM: claim,
      OIDC_ROLES: roles,
    }),
  )!;

const entra = {
  aud: '6e74172b-be56-4843-9ff4-e66a39bb12e3',
  iss: 'https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0',
  sub: 'AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ',
  oid: '00000000-0000-0000-66f3-3332eca7ea81',
  tid: '72f988bf-86f1-41af-91ab-2d7cd011db47',
  name: 'Ana Silva',
  preferred_username: 'ana@contoso.example',
  ver: '2.0',
};
const keycloak = {
  iss: 'https://keycloak.example.com/realms/shop',
  sub: 'f1d2d2f9-24e9-4c3c-9f5e-3a9b8c7d6e5f',
  name: 'Ana Silva',
  preferred_username: 'ana',
  realm_access: { roles: ['default-roles-shop', 'offline_access', 'support'] },
  resource_access: { warmline: { roles: ['lead'] }, 'other.app': { roles: ['admin'] } },
  groups: ['/support/second line'],
};
const google = {
  iss: 'https://accounts.google.com',
  sub: '110248495921238986420',
  hd: 'shop.example',
  email: 'ana@shop.example',
  email_verified: true,
  name: 'Ana Silva',
};

const table: readonly (readonly [string, object, claim: string, roles: string, expected: string])[] = [
  ['Entra, an app role', { ...entra, roles: ['Support.Agent'] }, 'roles', 'agent=Support.Agent', 'agent'],
  ['Entra, a group', { ...entra, groups: ['9c8b-1', '9c8b-2'] }, 'groups', 'manager=9c8b-2', 'manager'],
  ['Entra, no role given', entra, 'roles', 'agent=Support.Agent', 'none'],
  [
    'Entra, too many groups',
    { ...entra, _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint: 'https://graph' } } },
    'groups',
    'agent=9c8b-1',
    'none: the person is in too many groups',
  ],
  ['Keycloak, a realm role', keycloak, 'realm_access.roles', 'agent=support,admin=ops', 'agent'],
  ['Keycloak, a client role', keycloak, 'resource_access.warmline.roles', 'supervisor=lead', 'supervisor'],
  ['Keycloak, a client whose id has a dot', keycloak, 'resource_access.other.app.roles', 'admin=admin', 'admin'],
  ['Keycloak, a group with a space', keycloak, 'groups', 'agent=/support/second line', 'agent'],
  ['Google, by address', google, 'email', 'agent=ben@shop.example,manager=ana@shop.example', 'manager'],
  ['Google, everybody of a domain', google, 'hd', 'agent=shop.example', 'agent'],
  [
    'Google, an address outside',
    { ...google, hd: undefined, email: 'eve@evil.example' },
    'hd',
    'agent=shop.example',
    'none',
  ],
  [
    'a name with dots that is a URL',
    { ...google, 'https://x.example/roles': 'ops' },
    'https://x.example/roles',
    'admin=ops',
    'admin',
  ],
  ['one text', { ...google, roles: 'support' }, 'roles', 'agent=support', 'agent'],
  ['one text with spaces, whole', { ...google, roles: 'second line' }, 'roles', 'agent=second line', 'agent'],
  ['a word of a text is not the text', { ...google, roles: 'Former Admin' }, 'roles', 'admin=Admin', 'none'],
  ['a piece between commas is not the text', { ...google, roles: 'guest,ops' }, 'roles', 'admin=ops', 'none'],
  ['a word of one of several is not it', { ...google, roles: ['Former Admin'] }, 'roles', 'admin=Admin', 'none'],
  ['spaces around a value make another one', { ...google, roles: ' ops ' }, 'roles', 'admin=ops', 'none'],
  [
    'an address that was not verified',
    { ...google, email_verified: false },
    'email',
    'admin=ana@shop.example',
    'none: the provider does not say',
  ],
  [
    'an address of which nobody says that it was',
    { ...google, email_verified: undefined },
    'email',
    'admin=ana@shop.example',
    'none: the provider does not say',
  ],
  [
    'a verified address, as those say it who write truth as text',
    { ...google, email_verified: 'true' },
    'email',
    'admin=ana@shop.example',
    'admin',
  ],
  ['a role that is no address needs none', { ...google, email_verified: false }, 'hd', 'agent=shop.example', 'agent'],
  [
    'several that fit: the first of the settings',
    { ...google, roles: ['a', 'b'] },
    'roles',
    'admin=b,agent=a',
    'admin',
  ],
  ['another case is another role', { ...google, roles: ['Support'] }, 'roles', 'agent=support', 'none'],
  ['a part of a value is not the value', { ...google, roles: ['supporters'] }, 'roles', 'agent=support', 'none'],
  ['numbers and nothing', { ...google, roles: [7, null, {}] }, 'roles', 'agent=7', 'none'],
  ['a claim of the language', google, 'constructor.name', 'admin=Object', 'none'],
  ['a claim that is inherited', google, '__proto__', 'admin=x', 'none'],
];

describe('claims', () => {
  for (const [what, claims, claim, roles, expected] of table) {
    it(`${what}: ${expected}`, () => {
      const read = readClaims({ sub: 'x', ...claims }, settings(claim, roles));
      const said = read.kind === 'person' ? read.person.role : `none${read.why === undefined ? '' : `: ${read.why}`}`;
      expect(said.startsWith(expected), said).to.equal(true);
    });
  }

  it('name a person, by their name, account or address, or not at all', () => {
    const provider = settings('hd', 'agent=shop.example');
    const name = (more: object) => {
      const read = readClaims({ ...google, ...more }, provider);
      return read.kind === 'person' ? read.person.name : '';
    };
    const { name: _, ...nameless } = google;
    expect(name({})).to.equal('Ana Silva');
    expect(name({ ...nameless, name: ' ' })).to.equal('ana@shop.example');
    expect(name({ ...nameless, name: ' ', email_verified: false }), 'not by an address that may be another’s').to.equal(
      'Somebody',
    );
    expect(name({ name: undefined, email: undefined, preferred_username: undefined })).to.equal('Somebody');
    expect(name({ name: 'x'.repeat(500) })).to.have.length(100);
  });

  it('of another provider are another person', () => {
    const provider = settings('hd', 'agent=shop.example');
    const id = (issuer: string) => {
      const read = readClaims(google, { ...provider, issuer });
      return read.kind === 'person' ? read.person.id : '';
    };
    expect(id('https://a.example')).not.to.equal(id('https://b.example'));
  });
});
