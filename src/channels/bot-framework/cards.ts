/** An entry as Teams shows it. Suggested actions are shown only partly there, so choices are buttons of a card. */
import type { Activity, Attachment } from 'botbuilder';
import type { Choice, VisibleEntry } from '../../conversation/index.js';

/** Teams folds what is beyond six actions into a menu. */
const perRow = 5;

/** Cards stay on the screen: each says which entry it is, so that an old one is known. */
const submit =
  (offer: number) =>
  ({ title, value }: Choice) => ({ type: 'Action.Submit', title, data: { choice: value, title, offer } });

function rows(choices: readonly Choice[], offer: number): readonly unknown[] {
  const starts = choices.flatMap((_, index) => (index % perRow === 0 ? [index] : []));
  return starts.map((start) => ({
    type: 'ActionSet',
    actions: choices.slice(start, start + perRow).map(submit(offer)),
  }));
}

/** A scale stays one row from low to high: each number is a column that can be pressed. */
function scale(choices: readonly Choice[], offer: number): unknown {
  const columns = choices.map((choice) => ({
    type: 'Column',
    width: 'stretch',
    style: 'emphasis',
    selectAction: submit(offer)(choice),
    items: [{ type: 'TextBlock', text: choice.title, horizontalAlignment: 'center', weight: 'bolder' }],
  }));
  return { type: 'ColumnSet', spacing: 'medium', columns };
}

function card(words: string, { seq, form, choices = [] }: VisibleEntry): Attachment {
  const buttons = form === 'scale' ? [scale(choices, seq)] : rows(choices, seq);
  const content = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    body: [{ type: 'TextBlock', text: words, wrap: true }, ...buttons],
  };
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}

/** A person is named in front of their words; system messages are set apart. */
function wordsOf({ role, by, text }: VisibleEntry): string {
  if (role === 'agent' && by !== undefined) return `**${by}:** ${text}`;
  return role === 'system' ? `_${text}_` : text;
}

export function toTeams(entry: VisibleEntry): Partial<Activity> {
  const words = wordsOf(entry);
  if ((entry.choices ?? []).length === 0) return { type: 'message', textFormat: 'markdown', text: words };
  return { type: 'message', summary: words, attachments: [card(words, entry)] };
}
