/** An entry as a channel shows it: pure, from the entry and what the channel can. There are always words. */
import type { Choice, VisibleEntry } from '../../conversation/index.js';
import { adaptiveCard, type Attachment, heroCard } from './cards.js';
import type { Capability } from './capabilities.js';
import { named, partsOf, spoken, toText } from './text.js';

export interface Rendered {
  readonly type: 'message';
  readonly text: string;
  /** What a person wrote is shown as they typed it; the assistant writes a small Markdown. */
  readonly textFormat: 'markdown' | 'plain';
  readonly speak?: string;
  readonly inputHint: 'acceptingInput' | 'expectingInput';
  readonly suggestedActions?: {
    readonly to: readonly string[];
    readonly actions: readonly { readonly type: 'imBack'; readonly title: string; readonly value: string }[];
  };
  readonly attachments?: readonly Attachment[];
}

type Shown = 'adaptive' | 'hero' | 'suggested' | 'text';

/** Numbers in the text where the channel has no room for the buttons. */
function shownAs(choices: readonly Choice[], { choices: way, mostChoices, longestTitle }: Capability): Shown {
  const fits = choices.length <= mostChoices && choices.every(({ title }) => title.length <= longestTitle);
  return fits ? way : 'text';
}

function buttons(
  entry: VisibleEntry,
  choices: readonly Choice[],
  way: Shown,
): Pick<Rendered, 'suggestedActions' | 'attachments'> {
  if (choices.length === 0 || way === 'text') return {};
  const actions = choices.map(({ title }) => ({ type: 'imBack' as const, title, value: title }));
  if (way === 'suggested') return { suggestedActions: { to: [], actions } };
  return { attachments: [way === 'hero' ? heroCard({ ...entry, choices }) : adaptiveCard({ ...entry, choices })] };
}

/** Its words, and whether its choices are buttons below them. */
function layout(entry: VisibleEntry, capability: Capability): { readonly words: string; readonly way: Shown } {
  const way = shownAs(entry.choices ?? [], capability);
  return { words: way === 'text' ? toText(entry) : capability.namesSpeaker ? entry.text : named(entry), way };
}

/** An entry as one message, however long it is. */
export function renderWhole(entry: VisibleEntry, capability: Capability): Rendered {
  const { role, choices = [] } = entry;
  const { words, way } = layout(entry, capability);
  return {
    type: 'message',
    text: words,
    textFormat: role === 'assistant' ? 'markdown' : 'plain',
    ...(capability.speaks ? { speak: spoken(toText(entry)) } : {}),
    inputHint: choices.length > 0 ? 'expectingInput' : 'acceptingInput',
    ...buttons(entry, choices, way),
  };
}

/** The messages of an entry, in order; the choices are with the last one. */
export function render(entry: VisibleEntry, capability: Capability): readonly Rendered[] {
  const whole = renderWhole(entry, capability);
  const parts = partsOf(whole.text, capability.longest);
  if (parts.length === 1) return [whole];
  return parts.map((text, index) => {
    const speak = capability.speaks ? { speak: spoken(text) } : {};
    if (index === parts.length - 1) return { ...whole, text, ...speak };
    return { type: 'message', text, textFormat: whole.textFormat, ...speak, inputHint: 'acceptingInput' };
  });
}
