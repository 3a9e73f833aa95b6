import { expect } from 'chai';
import fc from 'fast-check';
import { readSet } from '../../../src/web/chat/frames.js';
import { readable, readJson } from '../../../src/web/kit/read.js';

describe('what a page shows', () => {
  it('never turns around: signs of direction and controls are seen', () => {
    expect(readable('invoice_\u202egnp.exe')).to.equal('invoice_\ufffdgnp.exe');
    expect(readable('\u2066a\u2069 \u0007b\u0085')).to.equal('\ufffda\ufffd \ufffdb\ufffd');
  });

  it('is anything else as it was written, in any script', () => {
    const text = 'שלום \u200fعربي‎ one\n\ttwo 👩‍👧 e\u0301';
    expect(readable(text)).to.equal(text);
  });

  it('leaves alone what goes back to the server', () => {
    const ids = { id: 'a\u202eb', ticketId: 'a\u202eb', token: '\u202e', ticket: '\u202e', value: '\u202e' };
    expect(readJson(JSON.stringify(ids))).to.deep.equal(ids);
  });

  it('holds for every frame of the chat, however deep the words are', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\u202e', '\u2067', '\u0000', 'a', 'ب') }), (text) => {
        const frame = {
          activities: [{ type: 'message', from: { id: 'x', name: text }, text, channelData: { by: text } }],
        };
        const [one] = readSet(JSON.stringify(frame))?.activities ?? [];
        for (const shown of [one?.text, one?.from.name, one?.channelData?.by])
          expect(shown).to.not.match(/[\u202a-\u202e\u2066-\u2069\0]/);
      }),
    );
  });
});
