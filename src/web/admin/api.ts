/** The admins' pages over HTTP. Answers are read as the contract says; the server is of the same build. */
import type { AuditAnswer, PeopleAnswer, PersonAnswer, SignedOutAnswer } from '../../access/contract.js';
import type { Person } from '../../http/contract.js';
import { getJson, postJson } from '../kit/api.js';
import type { AdminPort, AuditWanted } from './port.js';

const query = (values: object): string =>
  new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString();

const place = (person: string, act = '') => `/api/people/${encodeURIComponent(person)}${act}`;

export const adminApi: AdminPort = {
  me: async () => (await getJson('/api/me')) as Person,
  people: async ({ words, from }) => (await getJson(`/api/people?${query({ q: words, from })}`)) as PeopleAnswer,
  save: async (person, body) => (await postJson(place(person), body)) as PersonAnswer,
  signOut: async (person) => (await postJson(place(person, '/sign-out'), {})) as SignedOutAnswer,
  audit: async (wanted) => (await getJson(`/api/audit?${query(wanted)}`)) as AuditAnswer,
};

export const auditLink = (wanted: AuditWanted, format: 'csv' | 'jsonl'): string =>
  `/api/audit/export?${query({ ...wanted, format })}`;
