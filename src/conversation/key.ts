/**
 * The id by which a conversation is known here: its channel, then where in it. Names of channels have no hyphen, so that
 * two channels never share an id, and the channel of a conversation is known without a look at its record.
 */
export const keyOf = (channel: string, id: string): string => `${channel}-${id}`;

/** The name of the channel; empty when the id has none. */
export const channelOfKey = (conversation: string): string =>
  conversation.slice(0, Math.max(0, conversation.indexOf('-')));

/** Ids of customers of the web whom nobody knows begin so. */
export const visitorPrefix = 'dl_';
