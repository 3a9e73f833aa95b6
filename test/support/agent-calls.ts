/** Plain calls of an agent, a supervisor or a manager, as their page makes them. */
export interface Signed {
  /** The cookie is good at every server of the same store. */
  get<T>(url: string, path: string): Promise<T>;
  post<T>(url: string, path: string, body: unknown): Promise<T>;
}

export async function signIn(url: string, id: string): Promise<Signed> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/sign-in`, { method: 'POST', headers, body: JSON.stringify({ id }) });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  async function read<T>(asked: Promise<Response>): Promise<T> {
    const got = await asked;
    if (!got.ok) throw new Error(`${got.status} ${await got.text()}`);
    return (await got.json()) as T;
  }
  return {
    get: (at, path) => read(fetch(at + path, { headers: { cookie } })),
    post: (at, path, body) =>
      read(fetch(at + path, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(body) })),
  };
}
