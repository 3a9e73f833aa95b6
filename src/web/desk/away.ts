/** Whether an agent is away, for all of their pages: a second tab or a reload must not bring them back to the desk. */
import type { Disk } from './port.js';

export interface Away {
  readonly isHere: (agent: string) => boolean;
  readonly keep: (agent: string, here: boolean) => void;
}

/** A disk that refuses leaves each page on its own. */
export function createAway(disk: Disk): Away {
  const key = (agent: string) => `warmline.away.${agent}`;
  let own = true;
  return {
    isHere(agent) {
      try {
        return disk.getItem(key(agent)) === null && own;
      } catch {
        return own;
      }
    },
    keep(agent, here) {
      try {
        if (here) disk.removeItem(key(agent));
        else disk.setItem(key(agent), 'away');
        own = true;
      } catch {
        own = here;
      }
    },
  };
}
