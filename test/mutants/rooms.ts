/** What is changed, and which suites must notice. */
import { readdirSync } from 'node:fs';
import { inPackage } from '../../src/base/index.js';

export interface Room {
  readonly name: string;
  /** Folders or files, from the package's root. */
  readonly sources: readonly string[];
  /** Beginnings of the paths of suites, below `test`. */
  readonly suites: readonly string[];
}

const mending = ['src/store/lua/mend.lua', 'src/store/lua/parts/gaps.lua'];
/** Only Redis is tried out at a start, and suites run on the embedded engine here. */
const trial = 'src/store/lua/trial.lua';

/** Its suite learns the whole FAQ again and again. */
const knowledge = 'src/bot/knowledge.ts';

export const rooms: readonly Room[] = [
  { name: 'bot', sources: ['src/bot'], suites: ['bot/'] },
  { name: 'knowledge', sources: [knowledge], suites: ['bot/knowledge'] },
  { name: 'escalation', sources: ['src/escalation'], suites: ['escalation/'] },
  { name: 'effort', sources: ['src/effort'], suites: ['effort/'] },
  { name: 'queue', sources: ['src/queue'], suites: ['queue/'] },
  {
    name: 'desk',
    sources: ['access', 'staff', 'ticket-routes', 'routes', 'feed'].map((name) => `src/desk/${name}.ts`),
    suites: ['desk/'],
  },
  {
    name: 'delivery',
    sources: ['src/post'],
    suites: ['delivery', 'closing', 'retries'].map((name) => `channels/bot-framework/${name}`),
  },
  // sessions and limits are kept by scripts, too
  { name: 'store', sources: ['src/store/lua'], suites: ['store/', 'access/sessions.', 'http/counters.'] },
  // it writes a whole base anew for each damage, which takes long, and is nobody else's
  { name: 'mend', sources: mending, suites: ['store/salvage'] },
];

const isSource = (name: string) =>
  /[.](ts|lua)$/.test(name) && !/(index|port|ports|contract|measures)[.]ts$/.test(name);

export function sourcesOf({ name: room, sources }: Room): readonly string[] {
  const left = room === 'mend' || room === 'knowledge' ? [] : [...mending, trial, knowledge];
  const all = sources.flatMap((place) =>
    isSource(place)
      ? [place]
      : readdirSync(inPackage(place), { recursive: true, encoding: 'utf8' })
          .filter(isSource)
          .sort()
          .map((name) => `${place}/${name}`),
  );
  return all.filter((file) => !left.includes(file));
}

/** Left out of a whole room: what starts processes of its own, in which nothing is changed, takes long or weighs. */
const elsewhere = [
  'store/start',
  'store/cluster',
  'store/folder',
  'store/unfit',
  'store/conformance',
  'store/salvage',
  'store/older',
  'bot/crowd',
  'bot/study',
  'bot/knowledge',
];

export function suitesOf({ suites }: Pick<Room, 'suites'>): readonly string[] {
  const root = inPackage('dist', 'test');
  const wholeRoom = suites.some((one) => one.endsWith('/'));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.js') && suites.some((one) => name.startsWith(one)))
    .filter((name) => !wholeRoom || !elsewhere.some((one) => name.startsWith(one)))
    .sort()
    .map((name) => `${root}/${name}`);
}
