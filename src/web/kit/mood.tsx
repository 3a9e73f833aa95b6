/** A mood as glyph and word; with `brief` the word is there for screen readers and on hover only. */
import { moodLook, type Level } from './moods.js';

export function Mood({ level, brief = false }: { level: Level; brief?: boolean }) {
  const { glyph, word, tone } = moodLook(level);
  return (
    <span class={`mood mood-${tone}`} title={brief ? word : undefined}>
      <span class="mood-glyph" aria-hidden="true">
        {glyph}
      </span>
      <span class={brief ? 'sr-only' : undefined}>{word}</span>
    </span>
  );
}
