/** Plain calls to the Direct Line addresses of a server, as any client could make them. */
export interface Granted {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly renewal?: string;
  readonly streamUrl: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Granted & {
    readonly activities: readonly { readonly text?: string }[];
    readonly watermark: string;
    readonly error?: { readonly code: string; readonly message: string };
  };
  readonly headers: Headers;
}

export interface Sent {
  readonly token?: string | undefined;
  /** Text is sent as it is. */
  readonly body?: unknown;
}

/** `place`: the method and the path, as in `POST /conversations`. */
export async function call(url: string, place: string, { token, body }: Sent = {}): Promise<Answer> {
  const [method = '', path = ''] = place.split(' ');
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const options = { method, headers, ...(body === undefined ? {} : { body: text }) };
  const answer = await fetch(`${url}/v3/directline${path}`, options);
  return { status: answer.status, body: (await answer.json()) as Answer['body'], headers: answer.headers };
}

export const generate = async (url: string, secret?: string): Promise<Granted> =>
  (await call(url, 'POST /tokens/generate', { token: secret })).body;

export const wrong = ({ status, body }: Answer): string => `${status} ${body.error?.code ?? ''}`;
