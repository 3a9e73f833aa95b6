/** What of a message is masked before it is kept. */
import { z } from 'zod';
import { type Checked, checkYaml, type PersonalKind, personalKinds, type TextFile } from '../base/index.js';

const schema = z.strictObject({
  mask: z.array(z.enum(personalKinds, `must be one of ${personalKinds.join(', ')}`)).readonly(),
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
