/** What of a message is masked before it is kept, and who may see it all the same. */
import { z } from 'zod';
import { type Checked, checkYaml, type PersonalKind, personalKinds, type TextFile } from '../base/index.js';

const kind = z.enum(personalKinds, `must be one of ${personalKinds.join(', ')}`);
const who = z.enum(['agent', 'supervisor', 'nobody'], 'must be agent, supervisor or nobody');
const schema = z
  .strictObject({
    mask: z.array(kind).readonly(),
    reveal: z.partialRecord(kind, who).readonly().exactOptional(),
    revealDays: z.number().int().min(1).max(3650).exactOptional(),
  })
  .superRefine(({ mask, reveal = {} }, context) => {
    for (const name of personalKinds.filter((one) => reveal[one] !== undefined && !mask.includes(one)))
      context.addIssue({ code: 'custom', path: ['reveal', name], message: 'is not masked: name it in mask, too' });
  });
export type Privacy = z.infer<typeof schema>;

/** Checks `privacy.yaml`; every problem is told with its line. */
export function checkPrivacy(file: TextFile): Checked<Privacy> {
  const checked = checkYaml(file, schema);
  return checked.kind === 'broken' ? checked : { kind: 'ok', value: checked.value.value };
}

/** Ways to reach somebody: who is asked for one has it kept, with their ticket. */
const ways: readonly PersonalKind[] = ['email', 'phone'];
export const maskOfContact = ({ mask }: Privacy): readonly PersonalKind[] =>
  mask.filter((kind) => !ways.includes(kind));

/** Of what the team writes a password stays: it may be the new one that the customer has asked for. */
export const maskOfTeam = ({ mask }: Privacy): readonly PersonalKind[] => mask.filter((kind) => kind !== 'password');

/** Days for which what is masked can be seen, where nobody says how many. */
const usualRevealDays = 7;

/** Seconds. */
export const revealAge = ({ revealDays = usualRevealDays }: Privacy): number => revealDays * 86_400;

/** Of what is masked, the kinds that somebody with this role may see, and so all that are kept sealed for supervisors. */
export const revealedTo = ({ mask, reveal = {} }: Privacy, role: 'agent' | 'supervisor'): readonly PersonalKind[] =>
  mask.filter((kind) => reveal[kind] === 'agent' || (reveal[kind] === 'supervisor' && role === 'supervisor'));
