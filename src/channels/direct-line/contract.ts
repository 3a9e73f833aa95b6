/** The Direct Line 3.0 wire as our widget uses it, and what we add in `channelData`. */
import type { Choice, Extras } from '../../conversation/index.js';

/** Our part of an activity's `channelData`; other Direct Line clients may ignore it. */
export interface WarmlineData extends Extras {
  /** The entry's number in the transcript. */
  readonly seq?: number;
  /** Who speaks: the assistant, a person, or a system message ("Ana joined"). */
  readonly role?: 'assistant' | 'agent' | 'system' | 'customer';
  /** Direct Line clients match the echo of their own message by it. */
  readonly clientActivityID?: string;
  /** From the client: the value of a tapped choice. */
  readonly choice?: string;
}

export interface WireActivity {
  readonly type: 'message' | 'event' | 'typing';
  readonly id?: string;
  readonly timestamp?: string;
  readonly from: { readonly id: string; readonly name?: string; readonly role?: 'user' | 'bot' };
  readonly channelId?: 'directline';
  readonly conversation?: { readonly id: string };
  readonly text?: string;
  /** What a person wrote is shown as they typed it. */
  readonly textFormat?: 'markdown' | 'plain';
  readonly inputHint?: 'acceptingInput' | 'expectingInput';
  /** For `event`: "warmline/status". */
  readonly name?: string;
  readonly value?: unknown;
  readonly suggestedActions?: {
    readonly to: readonly string[];
    readonly actions: readonly { readonly type: 'imBack'; readonly title: string; readonly value: string }[];
  };
  readonly channelData?: WarmlineData;
}

/** A frame of the stream, and the answer of GET activities. */
export interface ActivitySet {
  readonly activities: readonly WireActivity[];
  /** A transcript number as text; send it back to go on from there. */
  readonly watermark?: string;
}

export interface ConversationAnswer {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly streamUrl?: string;
  /**
   * For a client that asked with `renewable`: kept by it, and shown at `/tokens/refresh` in place of the chat token when
   * that has run out. Good for one use; the answer has the next one.
   */
  readonly renewal?: string;
}

/** The value of the "warmline/status" event: sent on connect and on every change; never stored. */
export type Status =
  | { readonly state: 'assistant' }
  | {
      readonly state: 'waiting';
      /** 1 = next. */
      readonly place: number;
      /** The honest range of the wait still to come, milliseconds; missing when nobody is at the desk. */
      readonly wait?: { readonly low: number; readonly high: number };
      /** Out of hours: when the desk opens, in words; empty when that is not known. */
      readonly opens?: string;
      readonly since: number;
      /** They left a message and a way to reach them. */
      readonly reachable?: true;
    }
  | { readonly state: 'agent'; readonly name: string };

export interface WidgetSettings {
  readonly brand: string;
  /** Said under the chat before anything is written, and where to read on. */
  readonly consent?: string | undefined;
  readonly privacy?: string | undefined;
  readonly welcome: string;
  /** Shown as first chips. */
  readonly starters: readonly Choice[];
}
