/** What a site's own scripts see of the chat. Nothing is imported here: this file is what `warmline/widget` declares. */

/** The version of this interface; what is added later does not change it. */
export type Version = 1;

/** Where the chat stands in the page, how it looks, and what it asks. Every option is also an attribute of the same name. */
export interface Options {
  /** Where Warmline is, like `https://support.example.com`; without it, where the script came from. */
  readonly origin?: string;
  /** `auto` (the usual) follows the page. */
  readonly theme?: 'auto' | 'light' | 'dark';
  /** Own colours and corners, like `accent: #7a2e8f; radius: 4px`. */
  readonly tokens?: string;
  /** The corner; without it, the one where lines end. */
  readonly side?: 'left' | 'right';
  /** Pixels from the side and from the bottom, like `20 88`. */
  readonly offset?: string;
  /** `none`: the page has a button of its own, marked `data-warmline-open` or calling `open`. */
  readonly launcher?: 'button' | 'none';
  /** The address of a picture in place of the assistant's, on https or as data. */
  readonly logo?: string;
  /** Instead of the server's own first words. */
  readonly greeting?: string;
  /** Pages without the chat: paths, with a star at their end for all below, like `/checkout*, /imprint`. */
  readonly hideOn?: string;
  /** `off`: the page's title stays as it is, and no notices of the browser are shown. */
  readonly notices?: 'on' | 'off';
}

export interface Events {
  readonly open: undefined;
  readonly close: undefined;
  /** How many messages of others were not seen. */
  readonly unread: { readonly count: number };
  /** Somebody wrote; what they wrote stays in the chat. */
  readonly message: { readonly from: 'assistant' | 'agent' | 'customer' };
  /** Who has the word. */
  readonly status: { readonly state: 'assistant' | 'waiting' | 'agent' };
  /** What was asked for could not be done, and why. */
  readonly refused: { readonly what: string; readonly why: string };
}

export interface Warmline {
  readonly version: Version;
  open(): void;
  close(): void;
  toggle(): void;
  /** Shows the corner again after `hide`. */
  show(): void;
  hide(): void;
  /** Ends the conversation in this browser and forgets all that it kept. */
  signOut(): Promise<void>;
  /** Puts words where the customer writes; what they wrote already stays. */
  prefill(text: string): void;
  /** Writes as the customer. Resolves when the chat has it. */
  send(text: string): Promise<void>;
  /** Returns how to stop listening. */
  on<Name extends keyof Events>(event: Name, listener: (detail: Events[Name]) => void): () => void;
  /** Changes options, each alone. */
  update(options: Options): void;
  /** Takes the chat off the page; `mount` puts it there again. */
  remove(): void;
}

/** Puts the chat on the page, or finds the one that is there. */
export type Mount = (options: Options) => Warmline;
