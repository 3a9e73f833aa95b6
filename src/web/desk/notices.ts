/** Calls the agent back to the page: its title, a soft sound, and the desktop's own notices, each by choice. */
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Desk } from './desk.js';
import { unreadTotal } from './line.js';
import { titleOf } from './news.js';
import type { Settings } from './settings.js';
import { unsentOf } from './state.js';

export interface Notices {
  /** What the browser says about desktop notices; "none" when it has none. */
  readonly permission: ReadonlySignal<NotificationPermission | 'none'>;
  readonly ask: () => void;
  /** Plays the sound once, so that one hears what was switched on. */
  readonly beep: () => void;
}

/** Two short soft tones, made when needed: browsers allow sound only after the first press. */
function createBeep(): () => void {
  let audio: AudioContext | undefined;
  return () => {
    audio ??= new AudioContext();
    const { currentTime, destination } = audio;
    for (const [delay, pitch] of [
      [0, 660],
      [0.12, 880],
    ] as const) {
      const tone = new OscillatorNode(audio, { frequency: pitch });
      const volume = new GainNode(audio, { gain: 0 });
      const start = currentTime + delay;
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(0.08, start + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.25);
      tone.connect(volume).connect(destination);
      tone.start(start);
      tone.stop(start + 0.26);
    }
  };
}

export function createNotices(desk: Desk, settings: Settings): Notices {
  const has = 'Notification' in window;
  const permission = signal<NotificationPermission | 'none'>(has ? Notification.permission : 'none');
  const beep = createBeep();
  effect(() => {
    document.title = titleOf(desk.line.value.waitingTotal, unreadTotal(desk.line.value), unsentOf(desk));
  });
  effect(() => {
    const fresh = desk.news.value;
    const first = fresh[0];
    if (!first) return;
    if (settings.sound.peek()) beep();
    if (!document.hidden || permission.peek() !== 'granted') return;
    const rest = fresh.length > 1 ? ` and ${fresh.length - 1} more` : '';
    const notice = new Notification(first.text + rest, { tag: 'warmline-desk' });
    notice.onclick = () => {
      window.focus();
      void desk.open(first.row.id);
      notice.close();
    };
  });
  return {
    permission,
    beep,
    ask() {
      if (!has) return;
      void Notification.requestPermission().then((answer) => {
        permission.value = answer;
      });
    },
  };
}
