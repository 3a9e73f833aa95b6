/** What the engine reports to its owner about its file. No event carries anything a customer wrote. */
import type { Salvaged } from './salvage.js';

export type EngineEvent =
  /** The last line was incomplete, as after a power cut, and was cut off. */
  | { readonly kind: 'torn-tail'; readonly file: string; readonly bytes: number }
  /** Everything that is whole was kept; the damaged file is still there under another name. */
  | ({ readonly kind: 'salvaged'; readonly file: string; readonly aside: string } & Salvaged)
  /** The lock of a process that is gone was taken over. */
  | { readonly kind: 'lock-taken-over'; readonly file: string }
  /** Another machine, or this one before it was restarted, had the lock; the engine waits until it is silent. */
  | { readonly kind: 'lock-watched'; readonly file: string; readonly holder: string; readonly ms: number }
  /** Another process has the file now, or somebody took the lock away: nothing is stored or read until a restart. */
  | { readonly kind: 'lock-lost'; readonly file: string }
  /** Another file was in its place, or none; all is written again, and what was there is kept under another name. */
  | { readonly kind: 'replaced'; readonly file: string; readonly aside?: string }
  /** Nothing is stored until a retry succeeds. */
  | { readonly kind: 'write-failed'; readonly file: string; readonly reason: string }
  | { readonly kind: 'recovered'; readonly file: string }
  | { readonly kind: 'rewritten'; readonly file: string; readonly before: number; readonly after: number }
  /** The file goes on as it is, and grows. */
  | { readonly kind: 'rewrite-failed'; readonly file: string; readonly reason: string };

export type Report = (event: EngineEvent) => void;

export const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

export const codeOf = (fault: unknown): unknown => (fault instanceof Error && 'code' in fault ? fault.code : undefined);
