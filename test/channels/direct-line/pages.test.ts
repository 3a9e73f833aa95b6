import { expect } from 'chai';
import { createPages, type Page } from '../../../src/channels/direct-line/pages.js';
import type { Watermark } from '../../../src/conversation/index.js';
import type { Transcripts } from '../../../src/channels/ports.js';
import { anEntry } from '../../support/mind.js';

const access = { conversation: 'web-1', customer: 'c', life: '' };
const at = (after: number): Watermark => ({ after, generation: 7 });

function book(length: number, text: string) {
  const all = Array.from({ length }, (_, at) => anEntry({ seq: at + 1, role: 'assistant', text }));
  let reads = 0;
  const read: Transcripts['read'] = (_, { after, limit = 0 }) => {
    reads += 1;
    const entries = all.slice(after, after + limit);
    return Promise.resolve({ kind: 'read', generation: 7, life: '', seq: all.length, ticket: false, entries });
  };
  return {
    pages: createPages({ read }),
    reads: () => reads,
    add: (more: string) => void all.push(anEntry({ seq: all.length + 1, text: more })),
  };
}
const nothing = () => Promise.resolve();

function whole(page: Page): Extract<Page, { kind: 'page' }> {
  if (page.kind === 'gone') throw new Error(page.kind);
  return page;
}

describe('pages of a transcript', () => {
  it('are cut by their length, one entry at least', async () => {
    const { pages } = book(30, 'x'.repeat(20_000));
    const places: number[] = [];
    for (let more = true, mark = at(0); more;)
      ({ mark, more } = await pages.with(access, mark, (page) => {
        places.push(whole(page).mark.after);
        expect(whole(page).frame?.length ?? 0).to.be.below(256 * 1024 + 5000);
        return Promise.resolve(whole(page));
      }));
    expect(places).to.deep.equal([13, 26, 30]);
    const huge = book(2, 'x'.repeat(300_000));
    const { mark, more } = await huge.pages.with(access, at(0), (page) => Promise.resolve(whole(page)));
    expect([mark, more]).to.deep.equal([at(1), true]);
  });

  it('are read once, and are the same bytes for all who are there', async () => {
    const { pages, reads } = book(600, 'x');
    const frames = await Promise.all(
      [1, 2, 3].map(() => pages.with(access, at(0), (page) => Promise.resolve(whole(page).frame))),
    );
    expect(frames[1] === frames[0] && frames[2] === frames[0]).to.equal(true);
    await pages.with(access, at(0), nothing);
    expect(reads()).to.equal(1);
    await pages.with({ ...access, customer: 'another' }, at(0), nothing);
    expect(reads()).to.equal(2);
  });

  it('are read anew after something changed, and where there was nothing to follow', async () => {
    const { pages, reads, add } = book(600, 'x');
    await pages.with(access, at(0), () => {
      pages.forget(access.conversation);
      return nothing();
    });
    await pages.with(access, at(0), nothing);
    expect(reads()).to.equal(2);
    await pages.with(access, at(600), (page) =>
      Promise.resolve(expect(page).to.deep.equal({ kind: 'page', mark: at(600), more: false, ticket: false })),
    );
    add('new');
    await pages.with(access, at(600), (page) => Promise.resolve(expect(whole(page).mark).to.deep.equal(at(601))));
  });

  it('keep no more than a few that nobody reads', async () => {
    const { pages, reads } = book(4000, 'x');
    const all = async () => {
      for (let n = 0; n < 200; n += 1) await pages.with(access, at(n), nothing);
    };
    await all();
    expect(reads()).to.equal(200);
    await all();
    expect(reads()).to.be.within(336, 400);
  });

  it('are not of a conversation that is gone, nor of another life or generation of it', async () => {
    const { pages, reads } = book(4, 'x');
    const gone = createPages({ read: () => Promise.resolve({ kind: 'gone' }) });
    await gone.with(access, at(0), (page) => Promise.resolve(expect(page).to.deep.equal({ kind: 'gone' })));
    const readers = [access, { ...access, life: 'another' }].flatMap((one) =>
      [at(0), { after: 0, generation: 8 }].map((mark) => pages.with(one, mark, nothing)),
    );
    await Promise.all(readers);
    expect(reads()).to.equal(4);
  });
});
