/** How a message reads, as the head of its entry keeps it. */
import { cues, type Evidence, type Feeling, levels } from '../conversation/index.js';
import { int } from './decode.js';
import { packList, readList } from './packed.js';

const thousandths = (value: number): number => Math.round(value * 1000);

/** Evidence that moved less explains nothing, and is not kept. */
const leastShare = 0.05;

/** How a message reads: valence, frustration and level, then each piece of evidence as `share cue @place:text`. */
export function packFeeling({ valence, frustration, level, evidence }: Feeling): string {
  const shown = evidence
    .filter(({ cue, share }) => cue !== undefined || Math.abs(share) >= leastShare)
    .map(({ text: words, at, cue, share }) => {
      const head = [thousandths(share), ...(cue === undefined ? [] : [cue]), ...(at === undefined ? [] : [`@${at}`])];
      return `${head.join(' ')}:${words}`;
    });
  return `\te${packList([`${thousandths(valence)} ${thousandths(frustration)} ${level}`, ...shown])}`;
}

function readEvidence(packed: string): Evidence {
  const colon = packed.indexOf(':');
  const [share, ...more] = packed.slice(0, colon).split(' ');
  const cue = cues.find((one) => more.includes(one));
  const at = more.find((one) => one.startsWith('@'))?.slice(1);
  return {
    text: packed.slice(colon + 1),
    ...(at === undefined ? {} : { at: int(at) }),
    ...(cue === undefined ? {} : { cue }),
    share: int(share) / 1000,
  };
}

export function readFeeling(packed: string): { readonly feeling?: Feeling } {
  const [figures = '', ...shown] = readList(packed);
  const [valence, frustration, wanted] = figures.split(' ').map(Number);
  const level = levels.find((one) => one === wanted);
  if (valence === undefined || frustration === undefined || level === undefined) return {};
  const evidence = shown.map(readEvidence);
  return { feeling: { valence: valence / 1000, frustration: frustration / 1000, level, evidence } };
}
