/** The few words that stand outside of the frame, and are needed before it is there. */
export const words = {
  open: 'Open chat',
  close: 'Close chat',
  name: 'Chat',
  arrived: '{news} in the chat',
  wrote: '{name} has written to you',
  lost: 'We cannot be reached at the moment. The chat opens as soon as we can.',
  again: 'Try now',
} as const;

export const news = (count: number): string => (count === 1 ? '1 new message' : `${count} new messages`);
