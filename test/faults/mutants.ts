/** For every promise a planted bug that breaks it. When a patch does not fit any more, look at the bug again. */
import { type Mutant, patch } from './mutant.js';
import { eraseMutants } from './erase-mutants.js';
import { undoMutants } from './undo-mutants.js';

export const mutants: readonly Mutant[] = [
  ...undoMutants,
  ...eraseMutants,
  {
    breaks: 'a message that was acknowledged is there',
    bug: 'all messages are taken for the first',
    patches: [
      patch('receive.lua', "call('ZSCORE', seen, activity)", "call('ZSCORE', seen, 'one')"),
      patch('receive.lua', "call('ZADD', seen, seq, activity)", "call('ZADD', seen, seq, 'one')"),
    ],
  },
  {
    breaks: 'no message is there twice',
    bug: 'a message is not known again',
    patches: [patch('receive.lua', 'if known then', 'if false then')],
  },
  {
    breaks: 'a transcript counts from 1 without gaps',
    bug: 'every seventh number is left out',
    patches: [patch('parts/state.lua', 's.seq = s.seq + 1', 's.seq = s.seq + (s.seq % 7 == 6 and 2 or 1)')],
  },
  {
    breaks: 'messages stand in the order in which they were sent',
    bug: 'a message is acknowledged before it is kept',
    patches: [
      patch(
        'src/channels/direct-line/service.js',
        'const { seq } = await bot.receive(activity, arrival(from, id));',
        'const seq = 0; setTimeout(() => void bot.receive(activity, arrival(from, id)), (id.length * 7919 * Date.now()) % 400);',
      ),
    ],
  },
  {
    breaks: 'nothing is there that nobody said',
    bug: 'what an agent writes is changed on its way',
    patches: [patch('speak.lua', "note and 'n' or 'a', words, extras)", "note and 'n' or 'a', words .. '!', extras)")],
  },
  {
    breaks: 'a message is answered',
    bug: 'what came in during a turn is forgotten',
    patches: [patch('commit.lua', 'if s.heard > seq and seq > 0 then', 'if false then')],
  },
  {
    breaks: 'a message is answered',
    bug: 'nobody takes over what a dead server owed',
    patches: [patch('wake.lua', 'take(owed)', '')],
    faults: ['server killed'],
    // until a kill meets a turn whose customer writes no more
    run: { milliseconds: 20_000, suspicionMs: 1500 },
  },
  {
    breaks: 'a person has one place in the line',
    bug: 'what a person has in another conversation is not looked at',
    patches: [patch('parts/person.lua', "if not other or other == s.id then return '' end", "do return '' end")],
    run: { crowd: 60 },
  },
  {
    breaks: 'a message is answered soon, whatever the load',
    bug: 'a turn is refused whenever somebody else has entered the line since',
    patches: [
      patch(
        'parts/turn.lua',
        'return answer.context',
        "call('HSET', s.key, 'zz', call('ZCARD', line))\n  return answer.context",
      ),
      patch(
        'commit.lua',
        's.ahead = ahead',
        "local read = call('HGET', s.key, 'zz')\n  if read and int(read) ~= call('ZCARD', key('q', s.line)) then return answer.moved { turn = context(s) } end\n  s.ahead = ahead",
      ),
    ],
    run: { crowd: 400, soonMs: 1000 },
  },
  {
    breaks: 'a message is answered once',
    bug: 'the turnLease of a turn is no fence',
    patches: [
      patch('receive.lua', 'local free = s.turnLeaseTill < s.now', 'local free = true'),
      patch('commit.lua', 'if s.turnLease ~= turnLease then', 'if false then'),
      patch('commit.lua', 'if s.next ~= seq or', 'if'),
      patch('commit.lua', 'local again = s.done == seq and seq > 0', 'local again = false'),
    ],
  },
  {
    breaks: 'a customer sees the transcript, once, in order, to its end',
    bug: 'the stream passes over what came with something else',
    patches: [
      patch(
        'src/channels/direct-line/pages.js',
        'const activities = toActivities(shown, access);',
        'const activities = toActivities(shown.slice(-1), access);',
      ),
    ],
  },
  {
    breaks: 'the desk shows what is',
    bug: 'pages are not told that a ticket is gone',
    patches: [
      patch(
        'src/desk/feed.js',
        'if (ticket === undefined || !stays(ticket) || !maySee(member, ticket))',
        'if (!ticket) return { kind: "beat" }; if (!stays(ticket) || !maySee(member, ticket))',
      ),
    ],
  },
  {
    breaks: 'no internal note reaches a customer',
    bug: 'notes are shown like words',
    patches: [patch('src/conversation/visible.js', "entry.role === 'note'", "entry.role === 'none'")],
  },
  {
    breaks: 'what an agent wrote is there, once',
    bug: 'what an agent wrote is not known again',
    patches: [patch('speak.lua', 'if known then', 'if false then')],
  },
  {
    breaks: 'a ticket only changes hands as it may',
    bug: 'an assigned ticket may be claimed by the next',
    patches: [
      patch(
        'claim.lua',
        'local waited, holder = unline(s), s.agent',
        'local waited, holder = unline(s) or true, s.agent',
      ),
    ],
  },
  {
    breaks: 'every change of hands raises the epoch',
    bug: 'going back into the line keeps the epoch',
    patches: [
      patch(
        'parts/state.lua',
        'math.max(s.epoch, s.generation) + 1, agent',
        "math.max(s.epoch, s.generation) + (state == 'waiting' and 0 or 1), agent",
      ),
    ],
  },
  {
    breaks: 'no epoch is given to two agents',
    bug: 'who comes late is told that the ticket is theirs',
    patches: [
      patch(
        'claim.lua',
        'return answer.taken { by = s.agentName, state = s.state }',
        "return answer.claimed { id = found, epoch = s.epoch, holder = '', freed = '', queue = '', at = s.now }",
      ),
    ],
  },
  {
    breaks: 'an agent speaks only while holding the ticket',
    bug: 'words are not fenced',
    patches: [patch('speak.lua', "local holds = s.state == 'assigned'", "local holds = true or s.state == 'assigned'")],
  },
  {
    breaks: 'what an agent let go is let go',
    bug: 'a late move is told that it was done',
    patches: [
      patch(
        'move.lua',
        'return answer.fenced { by = s.agentName, state = s.state }',
        "return answer.moved { holder = '', freed = '' }",
      ),
    ],
  },
  {
    breaks: 'nobody lets go of a ticket over words they have not read',
    bug: 'a close buries what was written meanwhile',
    patches: [patch('move.lua', 'if s.heard > seen then', 'if false then')],
  },
  {
    breaks: 'a ticket is as its log says',
    bug: 'a ticket that was let go keeps its agent',
    patches: [
      patch('sweep.lua', "assign(s, 'waiting', '', '')", "assign(s, 'waiting', s.agent, s.agentName)"),
      patch('parts/letgo.lua', "assign(s, 'waiting', '', '')", "assign(s, 'waiting', s.agent, s.agentName)"),
      patch('parts/letgo.lua', "assign(s, 'bot', '', '')", "assign(s, 'bot', s.agent, s.agentName)"),
    ],
  },
  {
    breaks: 'who waits is in the line, and nobody else',
    bug: 'tickets of lost agents are forgotten',
    patches: [patch('sweep.lua', 'enqueue(s, s.order)', '')],
  },
  {
    breaks: 'what is assigned is leased, and nothing else',
    bug: 'a claim takes no lease',
    patches: [patch('claim.lua', "call('ZADD', key('l', 'leases'), s.now + lease, found)", '')],
  },
  {
    breaks: 'no agent holds more than their capacity',
    bug: 'seats are not counted',
    patches: [patch('seat.lua', '>= capacity', '>= 99')],
  },
  {
    breaks: 'the stints of an episode add up to its life',
    bug: 'the wait in the line is not counted',
    patches: [
      patch(
        'parts/state.lua',
        's[span] = s[span] + s.now - s.since',
        "s[span] = s[span] + (s.stint == 'q' and 0 or s.now - s.since)",
      ),
    ],
  },
  {
    breaks: 'the effort of an episode is what its drivers add up to',
    bug: 'how it ended is not known yet when it is scored',
    patches: [patch('parts/ending.lua', 'local effort = effortOf(s, outcome)', "local effort = effortOf(s, '')")],
  },
  {
    breaks: 'an episode is scored at most once',
    bug: 'a score is logged twice',
    patches: [
      patch(
        'ops/rate.lua',
        "log(s, 'ces', exact(score))",
        "log(s, 'ces', exact(score))\n  log(s, 'ces', exact(score))\n  tally(s.now, 'ces:' .. score, 1)",
      ),
    ],
  },
  {
    breaks: 'a score that was given is kept',
    bug: 'scores are thanked for and dropped',
    patches: [patch('ops/rate.lua', "if call('HSETNX', s.record, E.ces, score) == 1 then", 'if false then')],
  },
  {
    breaks: 'the hours add up to the log',
    bug: 'an episode counts twice',
    patches: [patch('parts/ops.lua', "tally(at, 'episodes', 1)", "tally(at, 'episodes', 2)")],
  },
];
