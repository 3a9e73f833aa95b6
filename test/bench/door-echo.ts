/** The same door over an echo in memory, as a process of its own: what it costs without an assistant and a store. */
import { startChatServer } from '../support/chat-server.js';

const { url } = await startChatServer();
process.stdout.write(`Customers  ${url}/\n`);
