/** Choices as buttons of a card. The words stand above it, in the message: so they are read where no card is shown. */
import type { Choice, VisibleEntry } from '../../conversation/index.js';

export interface Attachment {
  readonly contentType: string;
  readonly content: unknown;
}

type Offer = Pick<VisibleEntry, 'seq' | 'form'> & { readonly choices: readonly Choice[] };

/** Teams folds what is beyond six actions into a menu. */
const perRow = 5;

/**
 * Cards stay on the screen: each says which entry it is, so that an old one is known. Teams writes the choice into the chat
 * as the customer's own words (`messageBack`); elsewhere `msteams` is not read.
 */
function submit({ title, value }: Choice, offer: number) {
  const data = { choice: value, title, offer };
  const msteams = { type: 'messageBack', displayText: title, text: title, value: data };
  return { type: 'Action.Submit', title, data: { ...data, msteams } };
}

function rows({ choices, seq }: Offer): readonly unknown[] {
  const starts = choices.flatMap((_, index) => (index % perRow === 0 ? [index] : []));
  return starts.map((start) => ({
    type: 'ActionSet',
    actions: choices.slice(start, start + perRow).map((choice) => submit(choice, seq)),
  }));
}

/** A scale stays one row from low to high: each number is a column that can be pressed. */
function scale({ choices, seq }: Offer): unknown {
  const columns = choices.map((choice) => ({
    type: 'Column',
    width: 'stretch',
    style: 'emphasis',
    selectAction: submit(choice, seq),
    items: [{ type: 'TextBlock', text: choice.title, horizontalAlignment: 'center', weight: 'bolder' }],
  }));
  return { type: 'ColumnSet', spacing: 'medium', columns };
}

export function adaptiveCard(offer: Offer): Attachment {
  const content = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    body: offer.form === 'scale' ? [scale(offer)] : rows(offer),
  };
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}

/** Pressed, a button says its title: the words choose. */
export function heroCard({ choices }: Offer): Attachment {
  const buttons = choices.map(({ title }) => ({ type: 'imBack', title, value: title }));
  return { contentType: 'application/vnd.microsoft.card.hero', content: { buttons } };
}
