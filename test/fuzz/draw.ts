/** What a generated request is made of: right things, signs that have hurt somebody before, and noise. */
import { createChance } from '../../src/faq/chance.js';

/** A ticket that somebody at the desk has claimed, as the answer told it. */
export interface Held {
  readonly id: string;
  readonly epoch: number;
  readonly seen: number;
  /** Of who claimed it. */
  readonly cookie: string;
}

/** What is true at the server, to be used rightly and wrongly. */
export interface Known {
  readonly conversations: readonly { readonly id: string; readonly token: string }[];
  readonly cookies: Readonly<Record<'agent' | 'colleague' | 'supervisor' | 'manager' | 'nobody', string>>;
  readonly secret: string;
  /** The latest of them; they change while requests are drawn. */
  readonly held: readonly Held[];
}

export interface Draw {
  readonly known: Known;
  chance(): number;
  below(count: number): number;
  of<T>(things: readonly T[]): T;
  text(): string;
  id(): string;
}

/** A person and a few figures now and then, and signs that have hurt somebody before. */
const texts = [
  'How long does delivery take?',
  'I want to talk to a person',
  'this is useless, I am so angry',
  '',
  ' ',
  '\u0000',
  '\u202egnp.exe',
  '\ud83d',
  '<script>alert(1)</script>',
  "'; DROP TABLE tickets; --",
  '{{constructor}}',
  '../../etc/passwd',
  '%00%ff%zz',
  '__proto__',
  '2026-11-01',
  '-1',
  '1e309',
  'NaN',
  '9007199254740993',
];
export function createDraw(known: Known, seed: number): Draw {
  const chance = createChance(seed);
  const below = (count: number) => Math.floor(chance() * count);
  const of = <T>(things: readonly T[]): T => things[below(things.length)] as T;
  const letter = () => String.fromCodePoint(of([32 + below(95), 128 + below(2000), 0x4e00 + below(500), below(32)]));
  const noise = () => Array.from({ length: below(60) }, letter).join('');
  return {
    known,
    chance,
    below,
    of,
    text: () => (chance() < 0.6 ? of(texts) : chance() < 0.9 ? noise() : of(texts).repeat(1 + below(300))),
    id: () => (chance() < 0.6 ? of(known.conversations).id : chance() < 0.8 ? `id-${below(1e6)}` : of(texts)),
  };
}
