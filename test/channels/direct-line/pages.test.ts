import { expect } from 'chai';
import { createPages } from '../../../src/channels/direct-line/pages.js';
import { anEntry } from '../../support/mind.js';

const access = { conversation: 'web-1', customer: 'c' };

function book(length: number, text: string) {
  const all = Array.from({ length }, (_, at) => anEntry({ seq: at + 1, role: 'assistant', text }));
  let reads = 0;
  const entries = (_: string, after: number, limit = 0) => {
    reads += 1;
    return Promise.resolve(all.slice(after, after + limit));
  };
  return {
    pages: createPages({ entries }),
    reads: () => reads,
    add: (more: string) => void all.push(anEntry({ seq: all.length + 1, text: more })),
  };
}
const nothing = () => Promise.resolve();

describe('pages of a transcript', () => {
  it('are cut by their length, one entry at least', async () => {
    const { pages } = book(30, 'x'.repeat(20_000));
    const places: number[] = [];
    for (let more = true, at = 0; more;)
      ({ place: at, more } = await pages.with(access, at, (page) => {
        places.push(page.place);
        expect(page.frame?.length ?? 0).to.be.below(64 * 1024 + 2000);
        return Promise.resolve(page);
      }));
    expect(places).to.deep.equal(Array.from({ length: 10 }, (_, n) => 3 * (n + 1)));
    const huge = book(2, 'x'.repeat(200_000));
    await huge.pages.with(access, 0, ({ place, more }) =>
      Promise.resolve(expect([place, more]).to.deep.equal([1, true])),
    );
  });

  it('are read once, and are the same bytes for all who are there', async () => {
    const { pages, reads } = book(40, 'x');
    const frames = await Promise.all([1, 2, 3].map(() => pages.with(access, 0, ({ frame }) => Promise.resolve(frame))));
    expect(frames[1] === frames[0] && frames[2] === frames[0]).to.equal(true);
    await pages.with(access, 0, nothing);
    expect(reads()).to.equal(1);
    await pages.with({ ...access, customer: 'another' }, 0, nothing);
    expect(reads()).to.equal(2);
  });

  it('are read anew after something changed, and where there was nothing to follow', async () => {
    const { pages, reads, add } = book(40, 'x');
    await pages.with(access, 0, () => {
      pages.forget(access.conversation);
      return nothing();
    });
    await pages.with(access, 0, nothing);
    expect(reads()).to.equal(2);
    await pages.with(access, 40, ({ more, frame }) =>
      Promise.resolve(expect([more, frame]).to.deep.equal([false, undefined])),
    );
    add('new');
    await pages.with(access, 40, ({ place }) => Promise.resolve(expect(place).to.equal(41)));
  });

  it('keep no more than a few that nobody reads', async () => {
    const { pages, reads } = book(4000, 'x');
    const all = async () => {
      for (let at = 0; at < 200; at += 1) await pages.with(access, at, nothing);
    };
    await all();
    expect(reads()).to.equal(200);
    await all();
    expect(reads()).to.be.within(336, 400);
  });
});
