/** Effects as the flat list of operations that the scripts understand (lua/parts/ops.lua). */
import type { Effect, Reply } from '../conversation/index.js';
import { micros } from './decode.js';
import { type Menus, packExtras, packFeeling } from './entries.js';
import { packMemory } from './memory.js';
import type { Argument } from './run.js';

export interface EffectContext {
  /** When the message was heard, milliseconds; 0 when no message started this. */
  readonly at: number;
  readonly seq: number;
  readonly menus?: Menus;
}

function packEffect(effect: Effect, context: EffectContext): readonly Argument[] {
  switch (effect.kind) {
    case 'open':
      return ['open', micros(context.at), context.seq];
    case 'say': {
      const { reply, place } = effect;
      const said = [reply.text, packExtras(reply, context.menus)];
      return place === undefined ? ['say', ...said] : ['say-place', ...said, place.ordinals.length, ...place.ordinals];
    }
    case 'feel':
      return ['feel', effect.feeling.level, Math.round(effect.peak * 1000), packFeeling(effect.feeling)];
    case 'remember':
      return ['remember', packMemory(effect.memory)];
    case 'queue':
      return [
        'queue',
        micros(effect.boostMs),
        effect.reason,
        effect.receipt === undefined ? '' : JSON.stringify(effect.receipt),
        effect.promised?.low ?? '',
        effect.promised?.high ?? '',
      ];
    case 'leave-line':
      return ['leave-line'];
    case 'end': {
      const seam: Reply = { text: '', ...effect.seam, mark: 'closed' };
      return ['end', effect.outcome, Math.round(effect.effort ?? 0), seam.text, packExtras(seam)];
    }
    case 'rate':
      return ['rate', effect.score];
    case 'comment':
      return ['keep', 'cm', effect.text];
    case 'contact':
      return ['keep', 'co', effect.text];
    case 'count':
      return ['count', effect.what];
    case 'entry':
      return ['entry', effect.what, effect.id];
  }
}

export function packEffects(effects: readonly Effect[], context: EffectContext): readonly Argument[] {
  return effects.flatMap((effect) => packEffect(effect, context));
}
