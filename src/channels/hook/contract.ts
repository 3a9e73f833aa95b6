/** What another system and this server post to each other; each is signed (see signature.ts). */
import { z } from 'zod';

/** From there: a customer wrote. The `webhook-id` is the message's: the same one never counts twice. */
export const hookMessage = z.object({
  conversation: z.string().regex(/^[\x21-\x7e]{1,150}$/, 'must be 1 to 150 letters, digits and signs without spaces'),
  customer: z.object({
    id: z.string().trim().min(1).max(200),
    name: z.string().trim().min(1).max(200).exactOptional(),
  }),
  text: z.string().trim().min(1),
});
export type HookMessage = z.infer<typeof hookMessage>;

/** To there: something for the customer to read. The `webhook-id` stays the same when it is sent again. */
export interface HookReply {
  readonly type: 'message';
  readonly conversation: string;
  /** Its number; they come in rising order. */
  readonly seq: number;
  readonly timestamp: string;
  readonly from: 'assistant' | 'agent' | 'system';
  /** Plain text with all that is to be shown, choices too. */
  readonly text: string;
}
