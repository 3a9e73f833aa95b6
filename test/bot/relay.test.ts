/** A person on a conversation, over the store: what everyone reads of it, and what the assistant keeps in mind afterwards. */
import { expect } from 'chai';
import { createRelay, decideTurn, type Relay } from '../../src/bot/index.js';
import { type Entry, freshMood, type Turn } from '../../src/conversation/index.js';
import { effort } from '../../src/effort/index.js';
import type { Store } from '../../src/store/index.js';
import { knowledge } from '../support/mind.js';
import { embedded, onEveryEngine, type StoreHouse } from '../support/stores.js';
import { enterLine, newAgent, readAll } from '../support/tickets.js';

onEveryEngine(
  'a person on a conversation',
  (start) => {
    let house: StoreHouse;
    let store: Store;
    let relay: Relay;
    before(async () => {
      house = await start();
      store = await house.open();
      relay = createRelay({ queue: store.queue, speech: knowledge.speech, privacy: knowledge.privacy });
    });
    after(() => house.close());

    let count = 0;
    const token = () => `token-${(count += 1)}`;
    const agent = () => ({ ...newAgent(), name: 'Ana' });
    async function held(by = agent()) {
      const conversation = await enterLine(store);
      const claimed = await relay.claim(by, { token: token(), conversation });
      if (claimed.kind !== 'claimed') throw new Error(claimed.kind);
      return { conversation, by, epoch: claimed.epoch };
    }
    const last = async (conversation: string): Promise<Entry> =>
      (await store.conversations.entries(conversation, 0)).at(-1)!;
    async function receive(conversation: string, text: string): Promise<Turn> {
      const customer = { id: `customer of ${conversation}` };
      const heard = await store.conversations.receive({
        conversation,
        channel: 'web',
        activity: token(),
        customer,
        text,
      });
      if (heard.kind !== 'turn') throw new Error(heard.kind);
      return heard.turn;
    }
    const letGo = async (
      { conversation, by, epoch }: Awaited<ReturnType<typeof held>>,
      action: 'release' | 'hand-back' | 'close',
    ) => {
      const read = action === 'close' ? readAll : { seen: readAll.seen };
      return relay.letGo(by, { ...read, conversation, epoch, action });
    };

    it('joins it, and says who joined; a supervisor also from whom it was taken', async () => {
      const { conversation, by } = await held();
      expect(await last(conversation)).to.include({ role: 'system', mark: 'joined', by: 'Ana' });
      expect((await last(conversation)).text).to.contain('Ana');
      const sam = { ...newAgent(), name: 'Sam' };
      expect(await relay.claim(sam, { token: token(), conversation })).to.deep.equal({ kind: 'taken', by: 'Ana' });
      expect(await relay.claim(sam, { token: token(), conversation, from: by.name })).to.include({ kind: 'claimed' });
      expect((await last(conversation)).text)
        .to.contain('Sam')
        .and.contain('Ana');
    });

    it('is claimed as the next of the line when none is named', async () => {
      const queue = `own-${token()}`;
      const { conversation, by, epoch } = await held();
      await relay.passOn(by, { id: queue, title: 'Own' }, { conversation, epoch, seen: readAll.seen });
      expect(await last(conversation)).to.include({ mark: 'passed', by: 'Ana' });
      expect((await last(conversation)).text).to.contain('Own');
      const next = await relay.claim({ ...agent(), queues: [queue] }, { token: token() });
      expect(next).to.include({ kind: 'claimed', conversation });
    });

    it('is passed to a colleague, and everyone reads to whom', async () => {
      const { conversation, by, epoch } = await held();
      const ben = { ...newAgent(), name: 'Ben' };
      await store.queue.present(ben, true);
      expect(await relay.passTo(by, ben, { conversation, epoch, seen: readAll.seen })).to.deep.equal({ kind: 'moved' });
      expect(await last(conversation)).to.include({ mark: 'passed', by: 'Ana' });
      expect((await last(conversation)).text).to.contain('Ben');
    });

    it('steps away, and the customer waits again', async () => {
      const mine = await held();
      expect(await letGo(mine, 'release')).to.deep.equal({ kind: 'moved' });
      expect(await last(mine.conversation)).to.include({ mark: 'released', by: 'Ana' });
      expect(await store.queue.ticket(mine.conversation)).to.include({ state: 'waiting' });
    });

    it('hands back, and for two messages nobody is offered again', async () => {
      const mine = await held();
      expect(await letGo(mine, 'hand-back')).to.deep.equal({ kind: 'moved' });
      expect(await last(mine.conversation)).to.include({ mark: 'handed-back', by: 'Ana' });
      const offers = (turn: Turn) =>
        decideTurn({ ...turn, recent: [] }, knowledge).some(
          (effect) => effect.kind === 'count' && effect.what === 'offers',
        );
      for (const quiet of [2, 1, 0]) {
        const turn = await receive(mine.conversation, 'useless bot, how long does delivery take');
        const { memory, ...episode } = turn.episode!;
        expect(episode).to.deep.include({ state: 'bot', counts: { 'handed-back': 1 } });
        expect(memory).to.include({ failures: 0 }).and.not.have.property('place');
        expect(memory.mood.quiet).to.equal(quiet);
        expect(offers(turn), `${quiet} to go`).to.equal(quiet === 0);
        expect(offers({ ...turn, episode: { ...episode, memory: { ...memory, mood: freshMood } } })).to.equal(true);
        const { mood } = decideTurn(turn, knowledge).find((effect) => effect.kind === 'remember')!.memory;
        await store.conversations.commit(turn, [
          { kind: 'remember', memory: { failures: 0, mood: { ...freshMood, quiet: mood.quiet } } },
        ]);
      }
    });

    it('closes it as helped, for what it cost, and asks how easy it was', async () => {
      const mine = await held();
      const record = await store.ledger.episode(mine.conversation, 1);
      await relay.say(mine.by, { ...mine, id: token(), text: 'It is on its way.', note: false });
      expect(await letGo(mine, 'close')).to.deep.equal({ kind: 'moved', helped: true });
      const closed = await store.ledger.episode(mine.conversation, 1);
      expect(closed).to.include({
        state: 'closed',
        outcome: 'helped',
        effort: effort({ ...record!, outcome: 'helped' }),
      });
      const entries = await store.conversations.entries(mine.conversation, 0);
      const notice = entries.findLast(({ role }) => role === 'system');
      expect(notice).to.include({ by: 'Ana', stint: 'closed' });
      expect(notice?.text).to.contain('Ana');
      expect(entries.at(-1)).to.include({ role: 'assistant', form: 'scale' });
      const turn = await receive(mine.conversation, '6');
      expect(turn.episode?.memory).to.deep.include({ failures: 0, place: { flow: 'survey', step: 'score' } });
      expect(decideTurn(turn, knowledge)).to.deep.include({ kind: 'rate', score: 6 });
    });

    const say = async (conversation: string, text: string) => {
      const turn = await receive(conversation, text);
      expect((await store.conversations.commit(turn, decideTurn(turn, knowledge))).kind).to.equal('committed');
      return turn;
    };
    const asksForScore = async (conversation: string) =>
      (await store.conversations.entries(conversation, 0)).some(({ form }) => form === 'scale');

    it('asks nobody how easy it was who was in danger, robbed or in distress at any time of the case', async () => {
      for (const text of ['my lamp is on fire', 'Mein Konto wurde gehackt', 'my mother died']) {
        for (const way of ['closed at once', 'closed after it was handed back', 'answered after it was handed back']) {
          const mine = await held();
          await say(mine.conversation, text);
          await relay.say(mine.by, { ...mine, id: token(), text: 'I am with you.', note: false });
          if (way !== 'closed at once') {
            await letGo(mine, 'hand-back');
            expect((await say(mine.conversation, 'thank you')).episode?.grave, text).to.equal(true);
          }
          const { conversation } = mine;
          if (way === 'closed at once') await letGo(mine, 'close');
          if (way === 'closed after it was handed back') {
            await say(conversation, 'I want to talk to a person');
            const by = agent();
            const claimed = await relay.claim(by, { token: token(), conversation });
            await letGo({ conversation, by, epoch: claimed.kind === 'claimed' ? claimed.epoch : 0 }, 'close');
          }
          if (way === 'answered after it was handed back') {
            await say(conversation, 'how long does delivery take');
            await say(conversation, 'perfect');
          }
          expect(await store.ledger.episode(conversation, 1), `${text}, ${way}`).to.include({ state: 'closed' });
          expect(await asksForScore(conversation), `${text}, ${way}`).to.equal(false);
        }
      }
    });

    it('closes what nobody had answered as unanswered', async () => {
      const conversation = await enterLine(store);
      const { epoch } = (await store.queue.ticket(conversation))!;
      const sam = { ...newAgent(), name: 'Sam' };
      const close = { ...readAll, conversation, epoch, action: 'close' } as const;
      expect((await relay.letGo(sam, close)).kind).to.equal('fenced');
      expect(await relay.letGo(sam, { ...close, force: true })).to.deep.equal({ kind: 'moved' });
      expect(await store.ledger.episode(conversation, 1)).to.include({ outcome: 'unanswered' });
    });

    it('is lost, and everyone reads that the customer waits again', async () => {
      const short = await house.open({ timing: { leaseMs: 50 } });
      const conversation = await enterLine(store);
      const over = createRelay({ queue: short.queue, speech: knowledge.speech, privacy: knowledge.privacy });
      await over.claim(agent(), { token: token(), conversation });
      while (!(await over.sweep()).includes(conversation));
      expect(await last(conversation)).to.include({
        role: 'system',
        mark: 'expired',
        text: knowledge.speech('en')('agent-lost'),
      });
    });

    it('speaks and writes notes as who they are', async () => {
      const { conversation, by, epoch } = await held();
      const base = { conversation, epoch, text: 'hello' };
      expect((await relay.say(by, { ...base, id: token(), note: false })).kind).to.equal('said');
      expect(await last(conversation)).to.include({ role: 'agent', by: 'Ana', text: 'hello' });
      expect((await relay.say(by, { ...base, id: token(), note: true })).kind).to.equal('said');
      expect(await last(conversation)).to.include({ role: 'note', by: 'Ana', text: 'hello' });
    });
  },
  [embedded],
);
