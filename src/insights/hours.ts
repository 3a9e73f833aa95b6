/**
 * The counters of a period that need not begin and end with an hour: whole hours as they were tallied, and what is left at
 * its edges from the cases themselves, by the same table of measures. In a zone with half hours, days begin in the middle of one.
 */
import { type Cohort, cohorts, countersOf, type Hour, type Ledger, type Period } from '../effort/index.js';
import { records } from './export.js';

const hourMs = 3_600_000;

async function edge(ledger: Ledger, period: Period): Promise<readonly Hour[]> {
  if (period.from >= period.to) return [];
  const at = Math.floor(period.from / hourMs) * hourMs;
  const of = async (cohort: Cohort): Promise<readonly Hour[]> => {
    const found: Hour[] = [];
    for await (const some of records(ledger, period, cohort)) {
      found.push(...some.map((one) => ({ at, counters: countersOf(one, cohort) })));
    }
    return found;
  };
  return (await Promise.all(cohorts.map(of))).flat();
}

export async function hoursOf(ledger: Ledger, { from, to }: Period): Promise<readonly Hour[]> {
  const [first, last] = [Math.ceil(from / hourMs) * hourMs, Math.floor(to / hourMs) * hourMs];
  if (first > last) return edge(ledger, { from, to });
  const parts = [
    edge(ledger, { from, to: first }),
    ledger.hours({ from: first, to: last }),
    edge(ledger, { from: last, to }),
  ];
  return (await Promise.all(parts)).flat();
}
