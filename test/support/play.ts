/** A conversation without a store: what a turn decided is carried out on what the next turn is given. */
import { decideTurn } from '../../src/bot/index.js';
import type { Effect, Entry, Episode, Turn } from '../../src/conversation/index.js';
import { aMemory, anEntry, anEpisode, aTurn, knowledge } from './mind.js';

export interface Play {
  readonly episode?: Episode;
  readonly recent: readonly Entry[];
  readonly seq: number;
  readonly at: number;
  readonly agents: number;
}

export const curtain: Play = { recent: [], seq: 0, at: 10_000, agents: 1 };

export interface Line {
  readonly text: string;
  readonly value?: string;
}

export const turnOf = ({ episode, recent, seq, at, agents }: Play, { text, value }: Line): Turn =>
  aTurn(text, {
    ...(value === undefined ? {} : { value }),
    ...(episode === undefined ? {} : { episode }),
    recent: recent.slice(-8),
    seq: seq + 1,
    at: at + 1000,
    now: at + 1000,
    line: { ahead: 0, agents, pace: 0 },
  });

function carried(episode: Episode | undefined, effect: Effect, at: number): Episode | undefined {
  if (effect.kind === 'open') return anEpisode({ number: (episode?.number ?? 0) + 1, bornAt: at });
  if (episode === undefined) return undefined;
  switch (effect.kind) {
    case 'feel':
      return { ...episode, peak: effect.peak };
    case 'remember':
      return { ...episode, memory: effect.memory };
    case 'queue':
      return { ...episode, state: 'waiting', epoch: episode.epoch + 1 };
    case 'leave-line':
      return { ...episode, state: 'bot', epoch: episode.epoch + 1 };
    case 'end':
      return { ...episode, state: 'closed', outcome: effect.outcome ?? (episode.helped ? 'helped' : 'unanswered') };
    case 'count':
      return { ...episode, counts: { ...episode.counts, [effect.what]: (episode.counts[effect.what] ?? 0) + 1 } };
    default:
      return episode;
  }
}

/** What was decided, and where the conversation stands then. */
export function say(play: Play, line: Line): { readonly effects: readonly Effect[]; readonly play: Play } {
  const turn = turnOf(play, line);
  const effects = decideTurn(turn, knowledge);
  const felt = effects.some(({ kind }) => kind === 'feel');
  const entries: Entry[] = felt ? [anEntry({ seq: turn.seq, at: turn.at, text: line.text })] : [];
  let { seq } = turn;
  let { episode } = play;
  for (const effect of effects) {
    episode = carried(episode, effect, turn.at);
    if (effect.kind === 'end') entries.push(anEntry({ seq: (seq += 1), at: turn.at, role: 'system', mark: 'closed' }));
    if (effect.kind === 'say')
      entries.push(anEntry({ seq: (seq += 1), at: turn.at, role: 'assistant', ...effect.reply }));
  }
  const recent = [...play.recent, ...entries];
  return { effects, play: { ...play, ...(episode === undefined ? {} : { episode }), recent, seq, at: turn.at } };
}

/** A person joins, or the case is closed with its survey asked. */
export const joined = (play: Play): Play => ({
  ...play,
  episode: anEpisode({ ...play.episode, state: 'assigned', agent: 'Ana', memory: aMemory() }),
});
