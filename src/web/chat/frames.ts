/** Reads what the server sends. Anything that is not what we know is left out, never guessed. */
import type { ActivitySet, Status, WireActivity } from '../../channels/direct-line/contract.js';
import { readJson } from '../kit/read.js';

export interface Joined {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly streamUrl: string | undefined;
  /** What opens the conversation when the token has run out; good for one use. */
  readonly renewal?: string;
}

type Loose = Readonly<Record<string, unknown>>;
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export function readJoined(body: unknown): Joined | undefined {
  if (!isLoose(body)) return undefined;
  const conversationId = text(body['conversationId']);
  const token = text(body['token']);
  if (conversationId === undefined || token === undefined) return undefined;
  const renewal = text(body['renewal']);
  const expiresIn = Number(body['expires_in']) || 1800;
  const joined = { conversationId, token, expiresIn, streamUrl: text(body['streamUrl']) };
  return renewal === undefined ? joined : { ...joined, renewal };
}

const isActivity = (value: unknown): value is WireActivity =>
  isLoose(value) && typeof value['type'] === 'string' && isLoose(value['from']);

/** A frame of the stream; an empty frame is a sign of life and reads as no set at all. */
export function readSet(frame: string): ActivitySet | undefined {
  if (frame.trim() === '') return undefined;
  let set: unknown;
  try {
    set = readJson(frame);
  } catch {
    return undefined;
  }
  if (!isLoose(set) || !Array.isArray(set['activities'])) return undefined;
  const activities = set['activities'].filter(isActivity);
  const watermark = text(set['watermark']);
  return watermark === undefined ? { activities } : { activities, watermark };
}

const states: readonly unknown[] = ['assistant', 'waiting', 'agent'] satisfies readonly Status['state'][];

export const isStatus = (value: unknown): value is Status => isLoose(value) && states.includes(value['state']);
