/** The effort strip: what it marks. */
import { expect } from 'chai';
import { strip } from '../../../src/web/insights/strip.js';

describe('the effort strip', () => {
  it('marks each answer that failed, where the assistant said so', () => {
    const said = { role: 'customer', text: 'where is it', stint: 'bot' } as const;
    const entries = [
      { ...said, seq: 1, at: 1000 },
      { seq: 2, at: 1500, role: 'assistant', text: 'I do not know that.', stint: 'customer', missed: 1 },
      { ...said, seq: 3, at: 2000 },
    ] as const;
    const found = strip({ spans: [{ kind: 'bot', from: 1000, to: 3000 }], entries });
    expect(found?.marks).to.deep.equal([{ kind: 'miss', text: 'Not answered', at: 1500, seq: 2, left: 0.25 }]);
  });
});
