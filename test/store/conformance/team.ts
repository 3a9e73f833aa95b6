/** Who serves which queue during the walk. */
import type { Agent } from '../../../src/queue/index.js';

export const queues = ['main', 'other'];
export const agents: readonly Agent[] = ['ana', 'ben', 'cleo', 'dan'].map((id, index) => ({
  id,
  name: `Agent ${id}`,
  queues: queues.slice(0, 1 + (index % 2)),
}));
