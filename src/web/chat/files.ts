/** Files cannot be sent: a dropped or pasted one is refused in words, and never opened in place of the page. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const holdsFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false;

/** Words that were copied with a picture of them are pasted as words. */
const onlyFiles = (data: DataTransfer | null): boolean => holdsFiles(data) && data?.getData('text/plain') === '';

export function useFileRefusal(frame: RefObject<HTMLElement | null>, refuse: () => void): void {
  useEffect(() => {
    const root = frame.current;
    if (!root) return undefined;
    const over = (event: DragEvent) => {
      if (holdsFiles(event.dataTransfer)) event.preventDefault(); // else the browser opens what is dropped
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event.dataTransfer)) return;
      event.preventDefault();
      refuse();
    };
    const paste = (event: ClipboardEvent) => {
      if (!onlyFiles(event.clipboardData)) return;
      event.preventDefault();
      refuse();
    };
    root.addEventListener('dragover', over);
    root.addEventListener('drop', drop);
    root.addEventListener('paste', paste);
    return () => {
      root.removeEventListener('dragover', over);
      root.removeEventListener('drop', drop);
      root.removeEventListener('paste', paste);
    };
  }, [frame]);
}
