/** Microsoft 365 Agents Playground: Microsoft's own stand-in for Teams, driven as its page drives it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { endsWithUs } from './child.js';
import { inPackage } from '../../src/base/index.js';
import { freePort } from './ports.js';

export interface Shown {
  readonly messageId: string;
  readonly text?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
}

export interface Playground {
  readonly chat: string;
  readonly user: { readonly id: string; readonly name: string };
  /** What its page would show of the bot, in order. */
  readonly shown: readonly Shown[];
  until(wanted: (message: Shown) => boolean): Promise<Shown>;
  say(text: string): Promise<void>;
  /** Presses a button of a card. */
  submit(card: Shown, value: object): Promise<void>;
  /** Adds the bot to the personal chat, as a person does before the first word. */
  install(): Promise<void>;
  close(): Promise<void>;
}

async function listening(child: ChildProcess): Promise<string> {
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    const port = /Listening on (\d+)/.exec(chunk.toString())?.[1];
    if (port !== undefined) return `localhost:${port}`;
  }
  throw new Error('The Playground ended before it listened.');
}

async function post(url: string, body: object = {}): Promise<void> {
  const options = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
}

interface Config {
  readonly config: { readonly personalChat: { readonly id: string }; readonly currentUser: Playground['user'] };
}

export async function startPlayground(endpoint: string): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), 'playground-')); // it writes logs where it stands
  const args = ['-e', endpoint, '-c', 'msteams', '-p', String(await freePort()), '--disable-telemetry'];
  const bin = inPackage('node_modules', '@microsoft', 'm365agentsplayground', 'cli.js');
  const env = { PATH: process.env['PATH'], HOME: folder, TEAMSAPPTESTER_BROWSER: 'none' };
  const child = endsWithUs(
    spawn(process.execPath, [bin, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] }),
  );
  const host = await listening(child);
  const { config } = (await (await fetch(`http://${host}/_internal/v1/config`)).json()) as Config;
  const chat = config.personalChat.id;
  const from = { id: config.currentUser.id };
  const shown: Shown[] = [];
  const looks = new Set<() => void>();
  const socket = new WebSocket(`ws://${host}/_ws_conversation/v1/conversations/stream`);
  socket.on('message', (frame: Buffer) => {
    const { action, message } = JSON.parse(frame.toString()) as { action: string; message: Shown };
    if (action === 'createMessage') shown.push(message);
    for (const look of looks) look();
  });
  await once(socket, 'open');
  return {
    chat,
    user: config.currentUser,
    shown,
    until: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          const found = shown.find(wanted);
          if (found === undefined) return;
          looks.delete(look);
          resolve(found);
        };
        looks.add(look);
        look();
      }),
    say: (text) => {
      const message = { from, text, textFormat: 'plain' };
      return post(`http://${host}/_conversation/v1/conversations/${chat}/messages`, message);
    },
    submit: ({ messageId }, value) =>
      post(`http://${host}/_conversation/v1/submit`, { conversation: { id: chat }, from, replyToId: messageId, value }),
    install: () => post(`http://${host}/_debug/conversation/${chat}/installation`),
    async close() {
      socket.terminate();
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
