/** One pino logger, made in main and passed in. Customer text is never logged above debug. */
import { pino, type Logger } from 'pino';

export type Log = Logger;

const secrets = ['authorization', 'cookie', 'token', 'password', 'headers.authorization', 'headers.cookie'];

export function createLog(level: string): Log {
  return pino({ level, base: null, redact: secrets }, pino.destination({ sync: true }));
}
