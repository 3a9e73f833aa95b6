/** The people the local sign-in offers, as long as there is no sign-in provider. */
import type { Person } from '../http/index.js';

export const demoPeople: readonly Person[] = [
  { id: 'ana', name: 'Ana Silva', role: 'agent' },
  { id: 'ben', name: 'Ben Okafor', role: 'agent' },
  { id: 'chloe', name: 'Chloe Martin', role: 'agent' },
  { id: 'sam', name: 'Sam Reed', role: 'supervisor' },
  { id: 'maya', name: 'Maya Lind', role: 'manager' },
  { id: 'noor', name: 'Noor Haddad', role: 'admin' },
];
