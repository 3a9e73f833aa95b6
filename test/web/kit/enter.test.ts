/** Enter while an input method composes, in both orders of events that browsers have. */
import { expect } from 'chai';
import { isComposing, sends } from '../../../src/web/kit/enter.js';

const enter = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 };

describe('Enter', () => {
  const cases = [
    ['on its own', enter, true],
    ['that begins a line', { ...enter, shiftKey: true }, false],
    ['that confirms a word before compositionend', { ...enter, isComposing: true, keyCode: 229 }, false],
    ['that confirms a word after compositionend', { ...enter, keyCode: 229 }, false],
    ['that some input methods name Process', { ...enter, key: 'Process', keyCode: 229 }, false],
    ['as another key', { ...enter, key: 'a', keyCode: 65 }, false],
  ] as const;
  for (const [name, press, sent] of cases) {
    it(`${name} ${sent ? 'sends' : 'does not send'}`, () => {
      expect(sends(press)).to.equal(sent);
      expect(isComposing(press)).to.equal(press.isComposing || press.keyCode === 229);
    });
  }
});
