/** Who of the page's scripts is told of what. One that throws takes nothing from the others. */
import type { Events } from './api.js';

type Name = keyof Events;

export function createListeners() {
  const all = new Map<Name, Set<(detail: never) => void>>();
  return {
    on<One extends Name>(event: One, listener: (detail: Events[One]) => void): () => void {
      const heard = all.get(event) ?? new Set();
      all.set(event, heard.add(listener));
      return () => void heard.delete(listener);
    },
    tell<One extends Name>(event: One, detail: Events[One]): void {
      for (const listener of [...(all.get(event) ?? [])] as ((detail: Events[One]) => void)[]) {
        try {
          listener(detail);
        } catch (fault) {
          reportError(fault);
        }
      }
    },
  };
}
