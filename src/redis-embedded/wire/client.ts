/** One connection: what it waits for, what it hears, and what it is owed. */

/** An answer that is not sent yet. */
export interface Owed {
  readonly text: string;
  /**
   * answer: of a command, so an error takes its place if its change cannot be kept. message: heard from a channel,
   * so it is not sent at all then. fact: true in any case.
   */
  readonly kind: 'answer' | 'message' | 'fact';
}

export interface Queued {
  readonly name: string;
  readonly args: readonly string[];
}

export interface Client {
  owed: Owed[];
  /** Bytes of what is owed. */
  weight: number;
  /** Commands between MULTI and EXEC. */
  transaction: Queued[] | undefined;
  /** Set when a command of the transaction was refused. */
  spoiled: boolean;
  readonly channels: { readonly message: Set<string>; readonly smessage: Set<string> };
  /** Set by QUIT: closes when everything owed is sent. */
  leaving: boolean;
  send(text: string): void;
  close(): void;
}

export function owe(client: Client, ...answers: readonly Owed[]): void {
  for (const one of answers) {
    client.owed.push(one);
    client.weight += one.text.length;
  }
}

/** Everything owed, which is then owed no more. */
export function takeOwed(client: Client): readonly Owed[] {
  const { owed } = client;
  client.owed = [];
  client.weight = 0;
  return owed;
}

export const createClient = (socket: Pick<Client, 'send' | 'close'>): Client => ({
  ...socket,
  owed: [],
  weight: 0,
  transaction: undefined,
  spoiled: false,
  channels: { message: new Set(), smessage: new Set() },
  leaving: false,
});
