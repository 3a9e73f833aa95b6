/** Conversations that came in over the wire. */
export const wirePrefix = 'teams-';
