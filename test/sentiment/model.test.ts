import { expect } from 'chai';
import { checkModel, createReader, packModel } from '../../src/sentiment/index.js';
import { shippedBytes, shippedModel } from './shipped.js';

function problemsOf(bytes: Uint8Array): string {
  const checked = checkModel(bytes);
  return checked.kind === 'broken' ? checked.problems.join('\n') : '';
}

/** The same file with its head changed and its checksum made right again. */
function withHead(change: Readonly<Record<string, unknown>>): Uint8Array {
  const model = shippedModel();
  return packModel({ ...model, head: { ...model.head, ...change } });
}

describe('the model file', () => {
  it('is no larger than 200 KB and tells what it saw, nothing that forbids commercial use', () => {
    expect(shippedBytes().length).to.be.at.most(200_000);
    const saw = shippedModel().head.saw;
    expect(saw.map(({ licence }) => licence)).to.have.members(['MIT', 'CC BY 4.0', 'MIT']);
    expect(saw.map(({ name }) => name).join()).not.to.match(/airline|maia|uss/i);
  });

  it('survives packing byte for byte', () => {
    expect(Buffer.compare(packModel(shippedModel()), shippedBytes())).to.equal(0);
  });

  it('is refused with the reason when a single bit is turned', () => {
    for (const at of [9, 40, 5_000, 100_000, 198_000]) {
      const bytes = Uint8Array.from(shippedBytes());
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect(problemsOf(bytes), `byte ${at}`).to.match(/damaged/);
    }
  });

  it('is refused when it is cut short, empty, something else, or of another version or tokenizer', () => {
    expect(problemsOf(shippedBytes().subarray(0, 90_000))).to.match(/damaged|cut short/);
    expect(problemsOf(new Uint8Array())).to.match(/not a feeling model/);
    expect(problemsOf(new TextEncoder().encode('hello there, I am a text file'))).to.match(/not a feeling model/);
    expect(problemsOf(new TextEncoder().encode('WLF0 and then some more bytes'))).to.match(/version WLF0/);
    expect(problemsOf(withHead({ tokenizer: 99 }))).to.match(/tokenizer 99/);
    expect(problemsOf(withHead({ calibration: { slope: -1, shift: 0 } }))).to.match(/calibration\.slope/);
  });

  it('reads by its own calibration', () => {
    const model = shippedModel();
    const rarer = createReader({ model: { ...model, head: { ...model.head, calibration: { slope: 1, shift: -2 } } } });
    const text = 'this is ridiculous';
    expect(rarer.read(text).frustration).to.be.below(createReader({ model }).read(text).frustration);
  });
});
