/** Ideas behind words, so that a question need not use the editor's own words. */
/** Looks up the ideas a stem stands for; `stem` must be the stemmer the stems come from. */
export function createConcepts(
  stem: (word: string) => string,
  ideas: readonly (readonly string[])[],
): (stem: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  ideas.forEach((words, number) => {
    for (const word of new Set(words.map(stem))) known.set(word, [...(known.get(word) ?? []), `s${number}`]);
  });
  return (word) => known.get(word) ?? [];
}
