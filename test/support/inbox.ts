/** What came in, and a way to wait for more. */
export interface Inbox<T> {
  readonly got: readonly T[];
  take(item: T): void;
  /** Resolves with the first item from number `from` on for which it is true, received or yet to come. */
  until(wanted: (item: T) => boolean, from?: number): Promise<T>;
}

export function createInbox<T>(): Inbox<T> {
  const got: T[] = [];
  const looks = new Set<() => void>();
  return {
    got,
    take(item) {
      got.push(item);
      for (const look of looks) look();
    },
    until: (wanted, from = 0) =>
      new Promise((resolve) => {
        const look = () => {
          const place = got.findIndex((item, index) => index >= from && wanted(item));
          if (place === -1) return;
          looks.delete(look);
          resolve(got[place] as T);
        };
        looks.add(look);
        look();
      }),
  };
}
