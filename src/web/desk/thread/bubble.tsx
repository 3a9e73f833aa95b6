/** One entry of the transcript. The speaker is shown by place, ground and name, never by colour alone. */
import { useContext, useId, useState } from 'preact/hooks';
import { guestName } from '../../../conversation/names.js';
import { Avatar } from '../../kit/avatar.js';
import { Icon } from '../../kit/icon.js';
import { bot, stickyNote } from '../../kit/icons.js';
import { Mood } from '../../kit/mood.js';
import { moodLook } from '../../kit/moods.js';
import { Text } from '../../kit/text.js';
import { clockText } from '../../kit/time.js';
import type { Entry, Feeling } from '../types.js';
import { changeText, chosen, systemText, signalText } from '../words.js';
import { Correct } from './correct.js';
import { pieces, shareLines, type Told } from './evidence.js';
import { MaskButtons, Unmasked, useUnmasking } from './masked.js';
import { type Corrected, levelOf } from './readings.js';

export interface BubbleProps {
  readonly entry: Entry;
  readonly head: boolean;
  readonly customer: string;
  readonly corrected?: Corrected | undefined;
  /** A choice that was not on offer any more. */
  readonly late?: boolean;
}

const toldText = ({ words, cue, percent, calms }: Told): string =>
  [words, cue && `(${signalText(cue)})`, calms ? 'calms' : percent && `${percent} %`].filter(Boolean).join(' ');

function Evidence({ feeling, entry, id, corrected }: CorrectedProps & { feeling: Feeling; entry: Entry; id: string }) {
  const correct = useContext(Correct);
  const reads = (levelOf(entry, corrected) ?? 0) < 0 ? 'calm' : 'frustrated';
  const { told, rest } = shareLines(feeling.evidence);
  const lines = [...told.map(toldText), ...(rest > 0 ? [`the rest of the words ${rest} %`] : [])];
  return (
    <p class="evidence" id={id}>
      {corrected ? 'The assistant read it as ' : 'Reads as '}
      {moodLook(feeling.level).word}
      {lines.length > 0 && `: ${lines.join('; ')}`}
      {correct && (
        <button type="button" class="evidence-correct" onClick={() => correct(entry, reads)}>
          Wrong: it is {reads}
        </button>
      )}
    </p>
  );
}

function Marked({ text, feeling }: { text: string; feeling: Feeling }) {
  return (
    <div class="rich" dir="auto">
      <p>
        {pieces(text, feeling.evidence).map((piece, index) =>
          piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text,
        )}
      </p>
    </div>
  );
}

interface CorrectedProps {
  readonly corrected: Corrected | undefined;
}

function CustomerBubble({ entry, corrected }: CorrectedProps & { entry: Entry }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { feeling, text } = entry;
  const unmasking = useUnmasking(entry);
  const correctable = useContext(Correct) !== undefined;
  const opens = feeling !== undefined && (feeling.evidence.length > 0 || correctable);
  const level = levelOf(entry, corrected) ?? 0;
  return (
    <>
      <div class="bubble-line">
        <div class="bubble bubble-customer">
          {open && feeling ? <Marked text={text} feeling={feeling} /> : <Unmasked of={unmasking} />}
        </div>
        {feeling && !opens && (
          <span class="bubble-mood">
            <Mood level={level} brief />
          </span>
        )}
        {feeling && opens && (
          <button
            type="button"
            class="bubble-mood"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            aria-label={`${moodLook(level).word}: the words that say so`}
            onClick={() => setOpen(!open)}
          >
            <span aria-hidden="true">
              <Mood level={level} brief />
            </span>
            <span class="bubble-mood-word" aria-hidden="true">
              {moodLook(level).word}
            </span>
          </button>
        )}
      </div>
      <MaskButtons of={unmasking} />
      {corrected && (
        <p class="read-as muted">
          Read as {corrected.reads} by {corrected.by}, <time class="figures">{clockText(corrected.at)}</time>
        </p>
      )}
      {open && feeling && <Evidence feeling={feeling} entry={entry} id={id} corrected={corrected} />}
    </>
  );
}

/** The words it replies to, what was sent with it, and that it was changed. */
function Beside({ entry: { quote, files = [], change } }: { entry: Entry }) {
  return (
    <>
      {quote !== undefined && <blockquote class="quoted muted">{quote}</blockquote>}
      {files.map(({ name, type }, index) => (
        <p key={index} class="offered muted">
          Sent a file: {name} ({type})
        </p>
      ))}
      {change !== undefined && <p class="offered muted">{changeText(change)}</p>}
    </>
  );
}

function Who({ entry, customer }: { entry: Entry; customer: string }) {
  // where several write, each word has its own speaker
  const speaker = entry.speaker ? (entry.speaker.name ?? guestName(entry.speaker.id)) : customer;
  const names = {
    customer: speaker,
    assistant: 'Assistant',
    agent: entry.by ?? 'Agent',
    note: entry.by ?? 'Note',
    system: '',
  };
  return (
    <p class="who">
      {entry.role === 'assistant' && <Icon shape={bot} size={14} />}
      {entry.role === 'agent' && <Avatar name={names.agent} size={18} />}
      {entry.role === 'note' && <Icon shape={stickyNote} size={14} />}
      <span class="who-name">{names[entry.role]}</span>
      {entry.role === 'note' && <span class="muted">note, only the team sees it</span>}
      <time class="muted figures" dateTime={new Date(entry.at).toISOString()}>
        {clockText(entry.at)}
      </time>
    </p>
  );
}

function Words({ entry, corrected, late = false }: Omit<BubbleProps, 'head' | 'customer'>) {
  switch (entry.role) {
    case 'customer':
      if (entry.value !== undefined) return <p class="offered muted">{chosen(entry.text, late)}</p>;
      return (
        <>
          {entry.text !== '' && <CustomerBubble entry={entry} corrected={corrected} />}
          <Beside entry={entry} />
        </>
      );
    case 'agent':
      return (
        <div class="bubble bubble-agent">
          <Text text={entry.text} />
        </div>
      );
    case 'note':
      return (
        <div class="bubble bubble-note">
          <Text text={entry.text} plain />
        </div>
      );
    case 'assistant':
      return (
        <div class="assistant-words">
          <Text text={entry.text} />
          {entry.choices && entry.choices.length > 0 && (
            <p class="offered muted">Offered: {entry.choices.map(({ title }) => title).join(' · ')}</p>
          )}
          {entry.faq !== undefined && <p class="from-faq muted">Answer “{entry.faq}”</p>}
        </div>
      );
    case 'system':
      return null;
  }
}

export function Bubble({ entry, head, customer, ...rest }: BubbleProps) {
  if (entry.role === 'system') {
    return (
      <div class="system-message">
        <span>
          {systemText(entry)} <time class="figures">{clockText(entry.at)}</time>
        </span>
      </div>
    );
  }
  return (
    <div class={`said said-${entry.role} ${head ? 'has-head' : ''}`}>
      {head && <Who entry={entry} customer={customer} />}
      <Words entry={entry} {...rest} />
    </div>
  );
}
