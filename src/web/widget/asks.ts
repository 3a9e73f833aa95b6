/** What was asked of the frame and is not answered yet. */

const mostOpen = 50;

/** `refused`: told of every one that could not be done. */
export function createAsks(refused: (what: string, why: string) => void) {
  const open = new Map<number, (problem?: string) => void>();
  let last = 0;
  return {
    ask(what: string, send: (id: number) => void): Promise<void> {
      const id = (last += 1);
      const asked = new Promise<void>((resolve, reject) => {
        open.set(id, (problem) => {
          open.delete(id);
          if (problem === undefined) resolve();
          else {
            refused(what, problem);
            reject(new Error(problem));
          }
        });
      });
      // most callers do not wait for it, and hear of it by `refused`
      asked.catch(() => undefined);
      for (const oldest of open.keys()) {
        if (open.size <= mostOpen) break;
        open.get(oldest)?.('Too much was asked at once.');
      }
      send(id);
      return asked;
    },
    done: (id: number, problem?: string) => open.get(id)?.(problem),
  };
}
