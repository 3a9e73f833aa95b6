/** Where one is signed in: every sign-in of one's own, with the end of one or of all. Opened by one's name in the head of a page. */
import { useState } from 'preact/hooks';
import type { EndSessionBody, SessionRow, SessionsAnswer } from '../../access/contract.js';
import { getJson, postJson } from './api.js';
import { browserName } from './browser-name.js';
import { Dialog } from './dialog.js';
import { clockText, dayText } from './time.js';

type Listed =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly rows: readonly SessionRow[] }
  | { readonly state: 'failed'; readonly why: string };

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'The server did not answer.');
const when = (at: number): string => `${dayText(at, Date.now())}, ${clockText(at)}`;

export interface OwnSessions {
  readonly listed: Listed | undefined;
  /** What was done, or why not; read out. */
  readonly told: string;
  open(): void;
  shut(): void;
  end(row: SessionRow): void;
}

export function useOwnSessions(): OwnSessions {
  const [listed, setListed] = useState<Listed>();
  const [told, setTold] = useState('');
  const load = async () => {
    try {
      const { sessions } = (await getJson('/api/sessions')) as SessionsAnswer;
      setListed({ state: 'ready', rows: sessions });
    } catch (error) {
      setListed({ state: 'failed', why: reasonOf(error) });
    }
  };
  return {
    listed,
    told,
    open() {
      setTold('');
      setListed({ state: 'loading' });
      void load();
    },
    shut: () => setListed(undefined),
    end({ id, browser, address }) {
      void postJson('/api/sessions/end', { id } satisfies EndSessionBody).then(
        () => {
          setTold(`${browserName(browser)} at ${address} is signed out.`);
          return load();
        },
        (error: unknown) => setTold(reasonOf(error)),
      );
    },
  };
}

function Session({ row, onEnd }: { row: SessionRow; onEnd: () => void }) {
  const name = browserName(row.browser);
  return (
    <li class="session">
      <div>
        <p class="session-name">
          {name} {row.own && <span class="chip">This one</span>}
        </p>
        <p class="muted figures">
          From {row.address} · since {when(row.begun)} · used {when(row.seen)} · ends {when(row.till)} at the latest
        </p>
      </div>
      {!row.own && (
        <button type="button" class="button" aria-label={`Sign out ${name} at ${row.address}`} onClick={onEnd}>
          Sign out
        </button>
      )}
    </li>
  );
}

export interface OwnSessionsProps {
  readonly sessions: OwnSessions;
  readonly onEverywhere: () => void;
}

export function OwnSessionsDialog({ sessions, onEverywhere }: OwnSessionsProps) {
  const { listed, told, shut, end } = sessions;
  const actions = (
    <>
      <button type="button" class="button" onClick={onEverywhere}>
        Sign out everywhere
      </button>
      <button type="button" class="button button-primary" onClick={shut}>
        Done
      </button>
    </>
  );
  return (
    <Dialog title="Where you are signed in" open={listed !== undefined} onClose={shut} actions={actions}>
      <p class="muted">If you do not know one of these, sign out everywhere and tell an administrator.</p>
      {listed?.state === 'ready' && (
        <ul class="sessions" aria-label="Sign-ins">
          {listed.rows.map((row) => (
            <Session key={row.id} row={row} onEnd={() => end(row)} />
          ))}
        </ul>
      )}
      <p role="status" class="sessions-told">
        {listed?.state === 'loading' && 'Looking where you are signed in.'}
        {listed?.state === 'failed' && `The list could not be read. ${listed.why}`}
        {listed?.state === 'ready' && told}
      </p>
    </Dialog>
  );
}
