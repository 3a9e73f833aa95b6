/** Every command, once: what it is called, what it takes, and an example. Help, refusals and tests are made from it. */
import type { Command, Option } from './command.js';

const kb: Option = { value: 'FOLDER|FILE.tsv', about: 'another knowledge base than the one in use' };
const rows: Option = { value: 'FILE', about: 'writes what came of each line there, as JSON lines' };
const json: Option = { about: 'only JSON on standard output, for programs' };
const model: Option = { value: 'FILE', about: 'other weights than the shipped ones' };
const dates = {
  from: { value: 'DATE', about: 'begins there, as 2026-11-23 or 2026-11-23T10:00Z; 30 days ago without it' },
  to: { value: 'DATE', about: 'ends there, a whole day included; now without it' },
};
const data = 'Works on DATA_DIR, or REDIS_URL: set what the server has. It may run meanwhile.';

/** Each is loaded when it is called for: none waits for what another one needs. */
export const commands: readonly Command[] = [
  {
    name: 'start',
    about: 'starts the server; what npm start does',
    options: {},
    example: 'PORT=8080 warmline start',
    more: 'Settings come from the environment: .env.example lists them all.',
    run: async () => (await import('./start.js')).startCommand(),
  },
  {
    name: 'init',
    about: 'begins a folder of your own content, with comments',
    takes: 'FOLDER',
    options: {},
    example: 'warmline init my-shop && CONTENT_DIR=my-shop warmline start',
    more: 'The folder is made, or must be empty. No upgrade touches it; what it does not have is as it ships.',
    run: async (call, io) => (await import('./init.js')).initCommand(call, io),
  },
  {
    name: 'check',
    about: 'tells every mistake in a folder of content, by file and line',
    takes: 'FOLDER',
    options: { json },
    example: 'warmline check my-shop',
    more: 'Mistakes stop the start of a server, and are a 1 here; what an editor should look at is told, and is none.',
    run: async (call, io) => (await import('./check.js')).checkCommand(call, io),
  },
  {
    name: 'log export',
    about: 'the effort log, one line an episode',
    options: {
      ...dates,
      format: {
        value: 'csv|jsonl|replay|corrections',
        about: 'csv, or jsonl with receipts; the others for commands here',
      },
    },
    example: 'warmline log export --from 2026-11-01 --to 2026-11-30 > november.csv',
    more: `${data} replay is read by policy replay, corrections by feeling train.`,
    run: async (...all) => (await import('./log.js')).logCommand(...all),
  },
  {
    name: 'audit export',
    about: 'what the team has done, one line a deed; that it was taken is written down, too',
    options: {
      ...dates,
      format: { value: 'csv|jsonl', about: 'csv without it' },
      who: { value: 'PERSON', about: 'only what a person did, by a part of the name or by the id' },
    },
    example: 'warmline audit export --from 2026-11-01 > november.csv',
    more: data,
    run: async (...all) => (await import('./audit.js')).auditCommand(...all),
  },
  {
    name: 'person export',
    about: 'all that is known of a person, over all their conversations, as JSON',
    takes: 'CUSTOMER',
    options: { notes: { about: 'with what the team wrote among themselves' } },
    example: 'warmline person export c-7 > c-7.json',
    more: `CUSTOMER is the id that the effort log or the desk shows. It has what erase would forget, and says what it leaves out. ${data}`,
    run: async (...all) => (await import('./person.js')).exportCommand(...all),
  },
  {
    name: 'erase',
    about: 'forgets a person for good; counts without a name stay',
    takes: 'CUSTOMER',
    options: { json },
    example: 'warmline erase c-7',
    more: `CUSTOMER is the id that the effort log or the desk shows. ${data}`,
    run: async (...all) => (await import('./erase.js')).eraseCommand(...all),
  },
  {
    name: 'salvage',
    about: 'keeps what is whole of a damaged data file, and says what was lost',
    options: { json },
    example: 'DATA_DIR=/var/lib/warmline warmline salvage',
    more: 'For the embedded store, with no server running on it. The damaged file is kept beside the new one.',
    run: async (...all) => (await import('./salvage.js')).salvageCommand(...all),
  },
  {
    name: 'faq test',
    about: 'scores the knowledge base on labelled questions',
    takes: 'FILE.tsv',
    options: { kb, rows, json },
    example: 'warmline faq test questions.tsv --kb my-shop/faq',
    more: 'A line is an id, a tab and a question; the id oos means that nothing fits. The last line is JSON.',
    run: async (...all) => (await import('./faq.js')).testCommand(...all),
  },
  {
    name: 'faq check',
    about: 'looks for what an editor of the knowledge base should see',
    options: { kb, json },
    example: 'warmline faq check --kb my-shop/faq',
    run: async (...all) => (await import('./faq.js')).checkCommand(...all),
  },
  {
    name: 'faq gaps',
    about: 'drafts entries for what had no good answer',
    options: { kb, ...dates },
    example: 'warmline faq gaps --from 2026-11-01 > drafts.yaml',
    more: data,
    run: async (...all) => (await import('./gaps.js')).gapsCommand(...all),
  },
  {
    name: 'faq proposals',
    about: 'lists ways of asking that were learnt from use, to accept or reject',
    options: {
      accept: { value: 'CODE|all', about: 'writes it into the file of its entry, as its last way of asking' },
      reject: { value: 'CODE|all', about: 'unlearns it, and learns it no more' },
      allow: { value: 'CODE', about: 'takes back that it was rejected' },
      json,
    },
    example: 'warmline faq proposals --accept 1f8b22c0',
    more: `A line is a code, an entry, how many people taught it, and the way of asking. ${data}`,
    run: async (...all) => (await import('./proposals.js')).proposalsCommand(...all),
  },
  {
    name: 'feeling test',
    about: 'scores the reading of feelings on labelled messages, in one line of JSON',
    takes: 'FILE.tsv',
    options: { model, rows },
    example: 'warmline feeling test messages.tsv',
    more: 'A line is a label, a tab and a message. Labels: 1 or 0 for frustrated or not, or negative, neutral, positive.',
    run: async (call, io) => (await import('./feeling.js')).testCommand(call, io),
  },
  {
    name: 'feeling train',
    about: 'adapts the reading of feelings to your own messages',
    takes: 'FILE.tsv',
    options: {
      out: { value: 'FILE', about: 'where the new weights go; needed' },
      model,
      'calibrate-only': { about: 'only how often trouble is: the order of messages stays' },
    },
    example: 'warmline feeling train corrections.tsv --out own.bin',
    more: 'log export --format corrections writes such a file. The last line is JSON.',
    run: async (call, io) => (await import('./feeling.js')).trainCommand(call, io),
  },
  {
    name: 'feeling build',
    about: 'builds the shipped weights from the open sets, or checks that these give the very same',
    takes: 'FOLDER',
    options: {
      out: { value: 'FILE', about: 'where they go; over the shipped ones without it' },
      check: { about: 'compares bit for bit, and writes nothing' },
      model: { value: 'FILE', about: 'what to compare with instead of the shipped ones' },
    },
    example: 'warmline feeling build sets --check',
    more: 'FOLDER holds goemotions/ and vader-gt/, as deploy/NOTICES.md names them.',
    run: async (call, io) => (await import('./weights.js')).buildCommand(call, io),
  },
  {
    name: 'policy replay',
    about: 'what a policy would have done on past conversations',
    takes: 'LOG.jsonl',
    options: {
      policy: { value: 'FILE', about: 'the policy to replay, instead of the one in use' },
      against: { value: 'FILE', about: 'a second one: tells every conversation that would end differently' },
      rows,
      model,
      lenient: { about: 'goes on without the lines that cannot be read' },
      json,
    },
    example: 'warmline policy replay november.jsonl --against stricter.yaml',
    more: 'Lines: {"id", "turns": [{"role": "customer"|"assistant"|"agent", "text", "at"?}], "label"?}. The last line told is JSON.',
    run: async (...all) => (await import('./policy.js')).replayCommand(...all),
  },
  {
    name: 'policy curve',
    about: 'what other bars would cost: calm people called, against unhappy ones missed',
    takes: 'LOG.jsonl',
    options: {
      policy: { value: 'FILE', about: 'the policy to bend, instead of the one in use' },
      model,
      lenient: { about: 'goes on without the lines that cannot be read' },
      json,
    },
    example: 'warmline policy curve november.jsonl',
    more: 'The lines of policy replay, with labels. A star marks the bar in use. The last line told is JSON.',
    run: async (...all) => (await import('./policy.js')).curveCommand(...all),
  },
];
