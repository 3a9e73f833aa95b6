/** Figures as words. Every one of them names its unit, and never parts from it at a line's end; spans are milliseconds. */

const second = 1000;
const minute = 60 * second;

/** 4 s · 1 min 20 s · 12 min · 2 h 05 min: precise while short, rounded once long. */
export function span(milliseconds: number): string {
  const total = Math.max(0, Math.round(milliseconds / second)) * second;
  if (total < minute) return `${total / second}\u00a0s`;
  if (total < 10 * minute) {
    const rest = (total % minute) / second;
    return rest === 0
      ? `${Math.floor(total / minute)}\u00a0min`
      : `${Math.floor(total / minute)}\u00a0min\u00a0${rest}\u00a0s`;
  }
  const minutes = Math.round(total / minute);
  if (minutes < 60) return `${minutes}\u00a0min`;
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}\u00a0min`;
}

/** A wait by the wall clock, and how much of it fell in opening hours. */
export function inHours(wall: number, business: number): string {
  if (wall - business < second) return `${span(wall)}, all in opening hours`;
  if (business < second) return `${span(wall)}, none in opening hours`;
  return `${span(wall)}, ${span(business)} in opening hours`;
}

export const count = (value: number): string => Math.round(value).toLocaleString('en');

/** One decimal, a trailing zero kept so that columns line up. */
export const decimal = (value: number): string => value.toFixed(1);

/** A share of 0..1; what is not nothing is never shown as 0 %, what is not all never as 100 %. */
export function share(value: number): string {
  const rounded = Math.round(value * 100);
  if (rounded === 0 && value > 0) return '<1\u00a0%';
  if (rounded === 100 && value < 1) return '>99\u00a0%';
  return `${rounded}\u00a0%`;
}

export interface Change {
  readonly direction: 'more' | 'less' | 'same';
  /** "▲ 12 % more than the 7 days before" */
  readonly words: string;
}

/** Against an earlier figure; undefined when there is nothing to compare with. */
export function change(now: number, then: number | undefined, against: string): Change | undefined {
  if (then === undefined || then <= 0) return undefined;
  const part = (now - then) / then;
  if (Math.abs(part) < 0.005) return { direction: 'same', words: `= the same as ${against}` };
  if (part >= 2) return { direction: 'more', words: `▲ ${decimal(now / then)} times ${against}` };
  const size = share(Math.abs(part));
  return part > 0
    ? { direction: 'more', words: `▲ ${size} more than ${against}` }
    : { direction: 'less', words: `▼ ${size} less than ${against}` };
}

/** The same for a score that is compared by difference, not by ratio. */
export function difference(now: number, then: number | undefined, against: string): Change | undefined {
  if (then === undefined) return undefined;
  const by = Math.round((now - then) * 10) / 10;
  if (by === 0) return { direction: 'same', words: `= the same as ${against}` };
  return by > 0
    ? { direction: 'more', words: `▲ ${decimal(by)} higher than ${against}` }
    : { direction: 'less', words: `▼ ${decimal(-by)} lower than ${against}` };
}
