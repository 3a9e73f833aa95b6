/** Streams. */
import { done, type Reply, ReplyFault, syntaxError, unsupported, wrongArity } from '../reply.js';
import { make, streamAt } from '../values/database.js';
import { integer } from '../values/number.js';
import { createStream, indexFrom, isBefore, printId, range, readBound, readId } from '../values/stream.js';
import type { Stream, StreamId } from '../values/stream.js';
import { arg, type Args, type Commands, type Context, reads, writes } from './command.js';

function nextId({ last }: Stream, now: number): StreamId {
  return now > last.ms ? { ms: now, seq: 0 } : { ms: last.ms, seq: last.seq + 1 };
}

function xadd(args: Args, { db }: Context): Reply {
  const [key, wanted] = [arg(args, 0), arg(args, 1)];
  if (/^(?:nomkstream|maxlen|minid|limit)$/i.test(wanted)) throw unsupported(`XADD ... ${wanted.toUpperCase()}`);
  if (/^\d+-\*$/.test(wanted)) throw unsupported('XADD ids that are half automatic');
  const given = wanted === '*' ? undefined : readId(wanted, 0);
  if (args.length < 4 || args.length % 2 === 1) throw wrongArity('xadd');
  if (given?.ms === 0 && given.seq === 0) throw new ReplyFault('ERR The ID specified in XADD must be greater than 0-0');
  const known = streamAt(db, key)?.stream;
  const id = given ?? nextId(known ?? createStream(), db.now());
  if (known && !isBefore(known.last, id)) {
    throw new ReplyFault('ERR The ID specified in XADD is equal or smaller than the target stream top item');
  }
  const stream = known ?? make(db, key, { kind: 'stream', stream: createStream(), until: 0 }).stream;
  const fields = args.slice(2);
  stream.entries.push({ ms: id.ms, seq: id.seq, fields });
  stream.last = id;
  const text = printId(id);
  db.note(['XADD', key, text, ...fields]);
  return text;
}

const readRange =
  (reverse: boolean) =>
  (args: Args, { db }: Context): Reply => {
    const [start, end] = reverse ? [arg(args, 2), arg(args, 1)] : [arg(args, 1), arg(args, 2)];
    const [low, high] = [readBound(start, 'start'), readBound(end, 'end')];
    let most = Infinity;
    for (let i = 3; i < args.length; i += 2) {
      if (arg(args, i).toUpperCase() !== 'COUNT' || i + 1 >= args.length) throw syntaxError();
      most = Math.max(0, Number(integer(arg(args, i + 1))));
    }
    const stream = streamAt(db, arg(args, 0))?.stream;
    if (!stream) return [];
    if (most === 0) return null;
    const [from, to] = range(stream, low, high);
    const found = reverse
      ? stream.entries.slice(Math.max(from, to - most), to).reverse()
      : stream.entries.slice(from, Math.min(to, from + most));
    return found.map((entry) => [printId(entry), entry.fields]);
  };

/** With `~` Redis may keep a few more; the engine never does. */
function xtrim(args: Args, { db }: Context): Reply {
  const key = arg(args, 0);
  const how = arg(args, 1).toUpperCase();
  if (how === 'MAXLEN') throw unsupported('XTRIM ... MAXLEN');
  if (how !== 'MINID') throw syntaxError();
  const at = ['~', '='].includes(arg(args, 2)) ? 3 : 2;
  if (args[at] === undefined) throw syntaxError();
  const least = readId(arg(args, at), 0);
  if (args.length > at + 1) throw unsupported('XTRIM ... LIMIT');
  const stream = streamAt(db, key)?.stream;
  const gone = stream ? indexFrom(stream, least) : 0;
  if (!stream || gone === 0) return 0;
  stream.entries = stream.entries.slice(gone);
  db.note(['XTRIM', key, 'MINID', printId(least)]);
  return gone;
}

function xdel(args: Args, { db }: Context): Reply {
  const key = arg(args, 0);
  const stream = streamAt(db, key)?.stream;
  if (!stream) return 0;
  const ids = args.slice(1).map((id) => readId(id, 0));
  let removed = 0;
  for (const id of ids) {
    const at = indexFrom(stream, id);
    const entry = stream.entries[at];
    if (entry?.ms !== id.ms || entry.seq !== id.seq) continue;
    stream.entries.splice(at, 1);
    removed += 1;
  }
  if (removed > 0) db.note(['XDEL', ...args]);
  return removed;
}

/** Only in files: the last id of a stream, which is made if it has no entries. */
function xsetid(args: Args, { db }: Context): Reply {
  const key = arg(args, 0);
  const value = streamAt(db, key) ?? make(db, key, { kind: 'stream', stream: createStream(), until: 0 });
  value.stream.last = readId(arg(args, 1), 0);
  return done;
}

export const streams: Commands = {
  XADD: writes(-5, xadd),
  XLEN: reads(2, (args, { db }) => streamAt(db, arg(args, 0))?.stream.entries.length ?? 0),
  XRANGE: reads(-4, readRange(false)),
  XREVRANGE: reads(-4, readRange(true)),
  XTRIM: writes(-4, xtrim),
  XDEL: writes(-3, xdel),
};

/** What a file may contain beyond what a client may ask. */
export const streamsInFiles: Commands = { XSETID: writes(3, xsetid) };
