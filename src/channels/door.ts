/** A channel as the application sees it: its door, and what every door is opened with. */
import type { Clock, Ids, Log, Tracer } from '../base/index.js';
import type { ChangeNotifier, Deliveries } from '../conversation/index.js';
import type { Http, Limits, Tokens } from '../http/index.js';
import type { Carrier } from '../post/index.js';
import type { BotOptions, BotSettings } from './bot-framework/bot.js';
import type { WidgetSettings } from './direct-line/contract.js';
import type { HookSettings } from './hook/settings.js';
import type { Listener, StatusSource, Transcripts } from './ports.js';

export interface DoorOptions {
  readonly settings: BotSettings &
    HookSettings & {
      readonly DIRECT_LINE_SECRET?: string | undefined;
      readonly PUBLIC_URL?: string | undefined;
    };
  /** Other checks of requests from the wire than those the settings describe. */
  readonly authentication?: BotOptions['authentication'];
  readonly trust?: BotOptions['trust'];
  readonly middleware?: BotOptions['middleware'] | undefined;
  readonly limits: Limits;
  readonly widget: WidgetSettings;
  readonly listener: Listener;
  readonly transcripts: Transcripts;
  readonly changes: ChangeNotifier;
  readonly statuses: StatusSource;
  readonly deliveries: Deliveries;
  readonly tokens: Tokens;
  readonly http: Http;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly tracer?: Tracer | undefined;
  readonly every: (milliseconds: number, act: () => void) => () => void;
  readonly later: (milliseconds: number, act: () => void) => () => void;
  /** How long a push channel may take to answer, milliseconds; 15 seconds when missing. */
  readonly patienceMs?: number | undefined;
  /** 0..1, for the pauses before another try. */
  readonly chance: () => number;
}

export interface Door {
  /** Sends to the channel; missing where the channel polls the transcript, or is not configured. */
  readonly carrier?: Carrier;
  close?(): void;
}
