/** One socket: it must open, and once the server was seen to answer our beat, it must not fall silent. */
import type { World } from './world.js';

/** Milliseconds. Direct Line clients beat with an empty frame; a server may answer with one. */
const beat = 15_000;
const silence = 40_000;
const opening = 5000;

export interface StreamEvents {
  opened(): void;
  frame(text: string): void;
  /** At most once, and not after the stream was ended from here. */
  lost(): void;
}

/** Returns what ends it. */
export function openStream(world: World, url: string, events: StreamEvents): () => void {
  let over = false;
  let answersBeats = false;
  let cancelBeat: () => void = () => undefined;
  let cancelWatch = world.after(opening, lose);
  const socket = world.socket(url, { opened, frame, closed: lose });

  function opened(): void {
    cancelWatch();
    cancelBeat = world.after(beat, pulse);
    if (!over) events.opened();
  }
  function frame(text: string): void {
    if (over) return;
    answersBeats ||= text === '';
    cancelWatch();
    if (answersBeats) cancelWatch = world.after(silence, lose);
    events.frame(text);
  }
  function pulse(): void {
    socket.send('');
    cancelBeat = world.after(beat, pulse);
  }
  function end(): void {
    over = true;
    cancelBeat();
    cancelWatch();
    socket.close();
  }
  function lose(): void {
    if (over) return;
    end();
    events.lost();
  }
  return end;
}
