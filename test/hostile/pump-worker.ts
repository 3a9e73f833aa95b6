/** In a thread of its own, which can be ended: how the time of one pattern grows with the text. */
import { parentPort } from 'node:worker_threads';
import { attacksOn, textOf } from './attacks.js';
import { growthOf, quickest, steep } from './growth.js';
import type { Found, Pattern } from './pump.js';

/** Characters. Long enough to tell n from n², short enough that n² still ends. */
const short = 2000;
const long = 4 * short;
/** And takes longer than so many walks over it, forth and back, so that no rounding of a clock is taken for growth. */
const dear = 8;
function acting({ source, flags }: Pattern): (text: string) => () => void {
  const pattern = new RegExp(source, flags);
  if (pattern.global) return (text) => () => void text.replace(pattern, '');
  return (text) => () => void pattern.exec(text);
}

const walk = acting({ source: '^(?:a|b)*$', flags: '', at: '' });

/** The first attack under which it grows faster than its text. */
function worst(pattern: Pattern): Found {
  const act = acting(pattern);
  const cheap = dear * quickest(walk(`${'ab'.repeat(long / 2)}x`), 49);
  const attacks = attacksOn(pattern.source, pattern.flags);
  for (const attack of attacks) {
    const large = act(textOf(attack, long));
    if (quickest(large, 2) < cheap) continue;
    const growth = growthOf(act(textOf(attack, short)), large);
    if (growth >= steep) return { attacks: attacks.length, attack, growth: Math.round(growth * 10) / 10 };
  }
  return { attacks: attacks.length };
}

parentPort?.on('message', (pattern: Pattern) => parentPort?.postMessage(worst(pattern)));
