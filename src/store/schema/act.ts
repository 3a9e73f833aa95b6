/** An act: what a script is asked, and what it answers. */
import { type Field, type Fields, packer, type RecordOf, type Wire } from './fields.js';

export interface Act<Asked extends Fields, Answer> {
  readonly asked: Asked;
  pack(asked: RecordOf<Asked>): readonly Wire[];
  readonly answer: Field<Answer>;
}
export const act = <Asked extends Fields, Answer>(asked: Asked, answer: Field<Answer>): Act<Asked, Answer> => ({
  asked,
  pack: packer(asked),
  answer,
});
