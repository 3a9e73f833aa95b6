/** The seven moods in words and signs. Colour only repeats what glyph and word say. */
export type Level = -3 | -2 | -1 | 0 | 1 | 2 | 3;

export interface MoodLook {
  readonly glyph: string;
  readonly word: string;
  readonly tone: 'alarm' | 'warm' | 'muted';
}

const looks: Readonly<Record<Level, MoodLook>> = {
  [-3]: { glyph: '▼▼', word: 'very frustrated', tone: 'alarm' },
  [-2]: { glyph: '▼', word: 'frustrated', tone: 'alarm' },
  [-1]: { glyph: '▽', word: 'uneasy', tone: 'warm' },
  0: { glyph: '–', word: 'neutral', tone: 'muted' },
  1: { glyph: '△', word: 'fine', tone: 'muted' },
  2: { glyph: '▲', word: 'pleased', tone: 'muted' },
  3: { glyph: '▲▲', word: 'delighted', tone: 'muted' },
};

export const moodLook = (level: Level): MoodLook => looks[level];
