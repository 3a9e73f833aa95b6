/** What a server keeps on its disk: written anew, so that nothing forgotten stays in it. */
import type { Redis as Client } from 'ioredis';
import { SupportError } from '../base/index.js';

/** How long a server may take to write its file anew; a big one needs minutes. */
const rewriteMs = 15 * 60_000;
const lookMs = 50;

async function untilWritten(server: Client): Promise<string> {
  for (let waited = 0; waited < rewriteMs; waited += lookMs) {
    const info = await server.info('persistence');
    if (!/aof_rewrite_(?:in_progress|scheduled):1|rdb_bgsave_in_progress:1/.test(info)) return info;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
  throw new Error('it takes longer than fifteen minutes');
}

/** A server that does not let us look takes snapshots as it likes: deploy/README.md says what that means. */
async function takesSnapshots(server: Client): Promise<boolean> {
  const [, when = ''] = (await server.config('GET', 'save').catch(() => [])) as readonly string[];
  return when !== '';
}

/**
 * The files of the server still hold what was written once: the append-only file is rewritten, and a snapshot taken
 * where the server takes snapshots. Resolves when both are done; throws `unavailable` when that cannot be known.
 */
export async function rewriteFiles(server: Client): Promise<void> {
  try {
    // what began before now does not count
    if (/aof_enabled:1/.test(await untilWritten(server))) await server.bgrewriteaof();
    if (/aof_last_bgrewrite_status:err/.test(await untilWritten(server))) throw new Error('rewriting the file failed');
    if (!(await takesSnapshots(server))) return;
    await server.bgsave();
    if (/rdb_last_bgsave_status:err/.test(await untilWritten(server))) throw new Error('the snapshot failed');
  } catch (cause) {
    const why = (cause as Error).message;
    const advice = 'Run BGREWRITEAOF (and BGSAVE, if there are snapshots) on the server.';
    throw new SupportError(
      'unavailable',
      `The person is forgotten, but files of the store may still hold old words: ${why}. ${advice}`,
      { cause },
    );
  }
}
