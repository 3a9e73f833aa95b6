/** The id of one case of a conversation, for addresses. */

interface Case {
  readonly conversation: string;
  readonly number: number;
}

export const caseId = ({ number, conversation }: Case): string => `${number}:${conversation}`;

/** What is none leads to nothing. */
export function readCaseId(id: string): Case {
  const [, number = '0', conversation = ''] = /^(\d{1,9}):(.+)$/s.exec(id) ?? [];
  return { number: Number(number), conversation };
}
