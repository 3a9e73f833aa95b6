/** The audit is read by admins: a page of it at a time, or all of a period as a file. */
import { z } from 'zod';
import { json, personRoute, type Route } from '../http/index.js';
import type { AuditStore } from '../store/index.js';
import { auditFormats, auditLines, isWanted, rowOf } from './audit-rows.js';
import type { AuditAnswer } from './contract.js';

const time = z.coerce.number().int().min(0).max(8.64e15);
const which = {
  from: time.default(0),
  to: time.default(8.64e15),
  who: z.string().trim().max(100).default(''),
  kind: z.enum(['ticket', 'person', 'reading', 'reveal']).optional(),
};
const before = z.string().regex(/^\d{1,20}-\d{1,20}$/, 'must be what was told as next');
const perPage = 50;
const types = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson' };
const roles = ['admin'] as const;

export const auditRoutes = (store: AuditStore): readonly Route[] => [
  personRoute({
    method: 'GET',
    path: '/api/audit',
    roles,
    query: z.object({ ...which, before: before.exactOptional() }),
    handle: async ({ query: { from, to, before: place, ...wanted } }) => {
      const asked = { from, to, most: perPage, ...(place === undefined ? {} : { before: place }) };
      const { found, next } = await store.page({ ...asked, wanted: (noted) => isWanted(wanted, rowOf(noted)) });
      const answer: AuditAnswer = { deeds: found.map(rowOf), ...(next === undefined ? {} : { next }) };
      return json(answer);
    },
  }),
  personRoute({
    method: 'GET',
    path: '/api/audit/export',
    roles,
    query: z.object({ ...which, format: z.enum(auditFormats).default('csv') }),
    handle: ({ query }) => {
      const { format } = query;
      const lines = auditLines(store, query);
      return Promise.resolve({ kind: 'lines', type: types[format], name: `audit.${format}`, lines });
    },
  }),
];
