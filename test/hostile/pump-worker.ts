/** In a thread of its own, which can be ended: how the time of one pattern grows with the text. */
import { parentPort } from 'node:worker_threads';
import { attacksOn, textOf } from './attacks.js';
import type { Found, Pattern } from './pump.js';

/** Characters. Long enough to tell n from n², short enough that n² still ends. */
const short = 2000;
const long = 4 * short;
/** A text four times as long takes four times as long; n² takes sixteen times. */
const steep = 8;
/** And takes longer than so many walks over it, forth and back, so that no rounding of a clock is taken for growth. */
const dear = 8;
/** Others on this machine only ever add time, so the quickest of many tries is the truth; who looks guilty gets more. */
const tries = 5;
const hearings = 8;

/** Milliseconds. */
function quickest(act: () => void, most = tries): number {
  let best = Infinity;
  for (let n = 0; n < most; n += 1) {
    const from = performance.now();
    act();
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

function acting({ source, flags }: Pattern): (text: string) => () => void {
  const pattern = new RegExp(source, flags);
  if (pattern.global) return (text) => () => void text.replace(pattern, '');
  return (text) => () => void pattern.exec(text);
}

const walk = acting({ source: '^(?:a|b)*$', flags: '', at: '' });

function growthOf(small: () => void, large: () => void): number {
  let [least, most, growth] = [Infinity, Infinity, Infinity];
  for (let n = 0; n < hearings && growth >= steep; n += 1) {
    [least, most] = [Math.min(least, quickest(small)), Math.min(most, quickest(large))];
    growth = most / least;
  }
  return growth;
}

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
