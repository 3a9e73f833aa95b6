/**
 * Breaks that once went unnoticed, each with the law it breaks and the suite that must say so. A pattern must fit its file
 * in exactly one place: whoever changes that place looks at the break anew.
 */
export interface NamedBreak {
  /** What holds no more. */
  readonly law: string;
  /** From the package's root. */
  readonly file: string;
  /** In the compiled text of a TypeScript file, or in a script. */
  readonly from: RegExp;
  readonly to: string;
  /** Beginning of the suite's path below `test`. */
  readonly suite: string;
}

const lua = (name: string) => `src/store/lua/${name}.lua`;

const seatsAndHands: readonly NamedBreak[] = [
  {
    law: 'a seat whose time is over is not used by a claim',
    file: lua('claim'),
    from: /if s\.now >= till then return answer\.late \{\} end/,
    to: '',
    suite: 'store/seats',
  },
  {
    law: 'a seat whose time is over is not used by a ticket that is passed on',
    file: lua('pass'),
    from: /if s\.now >= till then return answer\.late \{\} end/,
    to: '',
    suite: 'store/seats',
  },
  {
    law: 'heartbeats do not keep a ticket whose customer gets no answer',
    file: lua('presence'),
    from: /if s\.stint ~= 'a' or [^\n]*? then/,
    to: 'if true then',
    suite: 'store/silence',
  },
  {
    law: 'a customer whose agent was lost is looked after like everybody in the line',
    file: lua('sweep'),
    from: /watch\(s, [^)]*\)/,
    to: '',
    suite: 'store/silence',
  },
  {
    law: 'for two messages after a person has handed back, nobody is offered again',
    file: 'src/bot/relay.ts',
    from: /quiet: quietAfterPerson/,
    to: 'quiet: 0',
    suite: 'bot/relay',
  },
];

const counts: readonly NamedBreak[] = [
  {
    law: 'an episode has one score, the first',
    file: lua('ops/rate'),
    from: /(call\('HSETNX', s\.record, [^)]+\)) == 1/,
    to: '$1 >= 0',
    suite: 'store/counts',
  },
  {
    law: 'no stint is negative and no entry older than the last when the clock steps back',
    file: lua('parts/state'),
    from: /s\.now = math\.max\(now\(\), s\.since, s\.wroteAt\)/,
    to: 's.now = now()',
    suite: 'store/counts',
  },
  {
    law: 'contacts are counted over 72 hours',
    file: 'src/conversation/bounds.ts',
    from: /contactHours = 72/,
    to: 'contactHours = 48',
    suite: 'store/counts',
  },
  {
    law: 'an effort of 50 is high',
    file: 'src/conversation/bounds.ts',
    from: /high: 50/,
    to: 'high: 60',
    suite: 'store/counts',
  },
  {
    law: 'a turn reads each count under its own name',
    file: 'src/store/schema/records.ts',
    from: /values\[factsOfEpisode\.length \+ at\]/,
    to: 'values[factsOfEpisode.length + countNames.length - 1 - at]',
    suite: 'store/counts',
  },
  {
    law: 'a greeting is kept with its words as words',
    file: lua('greet'),
    from: /append\(s, 'b', ([^,]+), ([^)]+)\)/,
    to: "append(s, 'b', $2, $1)",
    suite: 'store/turns',
  },
  {
    law: 'a question without an answer costs 9 points',
    file: 'src/effort/score.ts',
    from: /(of: 'misses', each: )9/,
    to: '$1 7',
    suite: 'effort/score',
  },
  {
    law: 'of the contacts before, two count for the boost',
    file: 'src/escalation/boost.ts',
    from: /Math\.min\(2, contacts\)/,
    to: 'contacts',
    suite: 'escalation/points',
  },
  {
    law: 'a wait is promised with half as much again at its high end',
    file: 'src/queue/wait.ts',
    from: /step \* 1\.5/,
    to: 'step * 1.4',
    suite: 'queue/wait',
  },
  {
    law: 'a survey is answered within an hour',
    file: 'src/bot/turn-context.ts',
    from: /endLasts = [^;]+;/,
    to: 'endLasts = Infinity;',
    suite: 'bot/kept',
  },
];

const access: readonly NamedBreak[] = [
  {
    law: 'what waits is seen by those who serve its queue',
    file: 'src/desk/staff.ts',
    from: /ticket\.state === 'assigned' \|\| member\.queues\.includes\(ticket\.queue\)/,
    to: 'true',
    suite: 'desk/access',
  },
  {
    law: 'an open page is told nothing of what waits in a queue one does not serve',
    file: 'src/desk/feed.ts',
    from: /!maySee\(member, ticket\)/,
    to: 'false',
    suite: 'desk/shown',
  },
  {
    law: 'a note is written only on a ticket that its writer may see',
    file: 'src/desk/ticket-routes.ts',
    from: /call\.body\.note \? seeing\(call\) : holding\(\)/,
    to: 'holding()',
    suite: 'desk/access',
  },
  {
    law: 'only a supervisor moves what somebody else holds',
    file: 'src/desk/access.ts',
    from: /need\.kind === 'supervise' && !member\.supervises/,
    to: 'false',
    suite: 'desk/access',
  },
];

const delivery: readonly NamedBreak[] = [
  {
    law: 'what is reported again moves no cursor back',
    file: lua('delivered'),
    from: /if seq <= int\(d\.delivered\) then return answer\.kept \{\} end/,
    to: '',
    suite: 'store/deliveries',
  },
  {
    law: 'nothing is sent by a lease that may be over',
    file: 'src/post/round.ts',
    from: /now - renewedAt > leaseMs - patienceMs/,
    to: 'false',
    suite: 'channels/bot-framework/delivery',
  },
  {
    law: 'what was sent and could not be written down is not sent again',
    file: 'src/post/round.ts',
    from: /unrecorded\.set\(conversation, entry\.seq\);/,
    to: '',
    suite: 'channels/bot-framework/delivery',
  },
  {
    law: 'a status is sent when it has changed',
    file: 'src/channels/direct-line/live.ts',
    from: /if \(text === reported\)\s*return;/,
    to: '',
    suite: 'channels/direct-line/stream',
  },
  {
    law: 'an older epoch never replaces a newer row on the page',
    file: 'src/web/desk/line.ts',
    from: /row\.seq === held\.seq && row\.epoch < held\.epoch/,
    to: 'false',
    suite: 'web/desk/line',
  },
];

const wiring: readonly NamedBreak[] = (
  [
    ['what is older than the retention is forgotten by the running server', /\[[^,[\]]+, store\.retire\],/],
    [
      'tickets of a queue that is gone are reassigned by the running server',
      /\[[^,[\]]+, \(\) => store\.queue\.reassign\([^\n]*\],/,
    ],
    ['the running server tells of a line that nobody serves', /\[[^,[\]]+, \(\) => watchBacklog\([^\n]*\],/],
  ] as const
).map(([law, from]) => ({ law, file: 'src/app.ts', from, to: '', suite: 'journeys/rounds' }));

export const named: readonly NamedBreak[] = [...seatsAndHands, ...counts, ...access, ...delivery, ...wiring];
