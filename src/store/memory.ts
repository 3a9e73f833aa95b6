/**
 * What the assistant keeps in mind during an episode, as a list: figures by their place, nothing by name. Where a flow waits
 * for an answer is kept by itself: it can end without the rest.
 */
import { freshMood, type Memory, type Mood, type Place } from '../conversation/index.js';

const blank: Memory = { mood: freshMood, failures: 0 };

/** Stands where nothing is. */
const nothing = 0;

export function packMemory({ mood, failures, answered, asked, language }: Memory): string {
  const { smooth, peak, trend, turns, quiet, lasting } = mood;
  return JSON.stringify([
    smooth,
    peak,
    trend,
    turns,
    quiet,
    lasting,
    failures,
    answered ?? nothing,
    asked ?? nothing,
    nothing,
    language ?? nothing,
  ]);
}

const isFigure = (value: unknown): value is number => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string';

/** A record all of whose values are of one kind. */
function isRecordOf<T>(value: unknown, is: (one: unknown) => one is T): value is Readonly<Record<string, T>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(is);
}

function readMood([smooth, peak, trend, turns, quiet, lasting]: readonly unknown[]): Mood | undefined {
  if (!isFigure(smooth) || !isFigure(peak) || !isFigure(turns) || !isFigure(quiet)) return undefined;
  if (!Array.isArray(trend) || !trend.every(isFigure) || !isRecordOf(lasting, isFigure)) return undefined;
  return { smooth, peak, trend, turns, quiet, lasting };
}

function readPlace(value: unknown): Place | undefined {
  if (!Array.isArray(value)) return undefined;
  const [flow, step, memo] = value as readonly unknown[];
  if (!isText(flow) || !isText(step)) return undefined;
  return isRecordOf(memo, isText) ? { flow, step, memo } : { flow, step };
}

function parsed(packed: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(packed);
    return Array.isArray(value) ? value : [];
  } catch (fault) {
    if (fault instanceof SyntaxError) return [];
    throw fault;
  }
}

/** Empty where no flow waits. */
export const packPlace = (place: Place | undefined): string =>
  place === undefined ? '' : JSON.stringify([place.flow, place.step, place.memo ?? nothing]);

/** Blank when there is none, or one of another shape: of another release, perhaps. */
export function readMemory(packed: string, waits = ''): Memory {
  const list = parsed(packed);
  const mood = readMood(list);
  const [failures, answered, asked, left, language] = list.slice(6);
  if (mood === undefined || !isFigure(failures)) return blank;
  const place = readPlace(waits === '' ? left : parsed(waits)); // an older release kept it in the list
  return {
    mood,
    failures,
    ...(isText(answered) ? { answered } : {}),
    ...(isFigure(asked) && asked > 0 ? { asked } : {}),
    ...(place === undefined ? {} : { place }),
    ...(isText(language) ? { language } : {}),
  };
}
