/** What sessions are kept like, in the store as in the double that the doors are tried with. */
import { expect } from 'chai';
import type { SessionStore } from '../../src/store/index.js';

export interface SessionsGround extends SessionStore {
  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): Promise<void>;
}

let count = 0;
const next = (what: string) => `${what}-${(count += 1)}`;
const [idle, age] = [60_000, 600_000];

/** To be called in a suite; `ground` is asked when its cases run. */
export function keepsSessions(ground: () => SessionsGround): void {
  async function begin(more: { person?: string; replaces?: string; idle?: number; age?: number } = {}) {
    const [session, person] = [next('session'), more.person ?? next('person')];
    await ground().begin({
      session,
      person,
      name: 'Ana',
      role: 'agent',
      about: `about ${session}`,
      idle,
      age,
      ...more,
    });
    return { session, person };
  }
  const isOpen = async (session: string, within = idle) => (await ground().find(session, within)) !== undefined;

  it('finds one by its hash, with all that was written down', async () => {
    const { session, person } = await begin();
    const found = await ground().find(session, idle);
    expect(found).to.include({ person, about: `about ${session}` });
    expect(found!.till - found!.begun).to.equal(age);
    expect(await isOpen('no such session')).to.equal(false);
  });

  it('lists those of a person, and no others', async () => {
    const one = await begin();
    const two = await begin({ person: one.person });
    await begin();
    const mine = await ground().of(one.person, idle);
    expect(mine.map(({ session }) => session)).to.have.members([one.session, two.session]);
  });

  it('ends one of a person, or all, and never those of another', async () => {
    const one = await begin();
    const [two, three] = [await begin({ person: one.person }), await begin({ person: one.person })];
    const other = await begin();
    expect(await ground().end(one.person, [one.session, other.session])).to.equal(1);
    expect([await isOpen(one.session), await isOpen(other.session)]).to.deep.equal([false, true]);
    expect(await ground().end(one.person, [])).to.equal(0);
    expect(await ground().end(one.person)).to.equal(2);
    expect([await isOpen(two.session), await isOpen(three.session)]).to.deep.equal([false, false]);
    expect(await ground().of(one.person, idle)).to.deep.equal([]);
  });

  it('ends the one that the same browser had, whosever it was', async () => {
    const before = await begin();
    const after = await begin({ replaces: before.session });
    expect([await isOpen(before.session), await isOpen(after.session)]).to.deep.equal([false, true]);
    expect(await ground().of(before.person, idle)).to.deep.equal([]);
  });

  it('ends one that is not used, and no other', async () => {
    const [used, left] = [await begin({ idle: 400 }), await begin({ idle: 400 })];
    for (let looks = 0; looks < 4; looks += 1) {
      await ground().pass(150);
      expect(await isOpen(used.session, 400)).to.equal(true);
    }
    expect(await isOpen(left.session, 400)).to.equal(false);
    expect(await ground().of(left.person, 400)).to.deep.equal([]);
  });

  it('ends one at its age, however much it is used', async () => {
    const { session, person } = await begin({ age: 300 });
    for (let looks = 0; looks < 4; looks += 1) {
      await isOpen(session);
      await ground().pass(100);
    }
    expect(await isOpen(session)).to.equal(false);
    expect(await ground().of(person, idle)).to.deep.equal([]);
  });
}
