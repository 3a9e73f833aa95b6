/** The admins' pages over HTTP. Answers are read as the contract says; the server is of the same build. */
import type { PeopleAnswer, PersonAnswer, PersonBody, SignedOutAnswer } from '../../access/contract.js';
import type { Person } from '../../http/contract.js';
import { getJson, postJson } from '../kit/api.js';

/** Every call rejects with an error whose message can be shown. */
export interface AdminPort {
  me(): Promise<Person>;
  people(wanted: { readonly words: string; readonly from: number }): Promise<PeopleAnswer>;
  save(person: string, body: PersonBody): Promise<PersonAnswer>;
  signOut(person: string): Promise<SignedOutAnswer>;
}

const place = (person: string, act = '') => `/api/people/${encodeURIComponent(person)}${act}`;

export const adminApi: AdminPort = {
  me: async () => (await getJson('/api/me')) as Person,
  people: async ({ words, from }) =>
    (await getJson(`/api/people?${new URLSearchParams({ q: words, from: String(from) }).toString()}`)) as PeopleAnswer,
  save: async (person, body) => (await postJson(place(person), body)) as PersonAnswer,
  signOut: async (person) => (await postJson(place(person, '/sign-out'), {})) as SignedOutAnswer,
};
