import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { checkKnowledge } from '../../src/bot/index.js';
import { inPackage, readTextFile } from '../../src/base/index.js';

const file = (name: string) => readTextFile(inPackage('dialogs', name), name);
const bytes = readFileSync(inPackage('src', 'sentiment', 'weights.bin'));
const good = {
  wording: file('wording.yaml'),
  policy: file('policy.yaml'),
  faq: [file('faq/orders.yaml')],
  hours: file('hours.yaml'),
  weights: { name: 'weights.bin', bytes },
  brand: { name: 'brand.yaml', text: 'name: Shop' },
  privacy: file('privacy.yaml'),
};

describe('the mind', () => {
  it('is made of the files that ship', () => {
    expect(checkKnowledge(good).kind).to.equal('ok');
  });

  it('is refused with every problem of every file, by file and line', () => {
    const broken = checkKnowledge({
      ...good,
      wording: { name: 'wording.yaml', text: good.wording.text.replace(/^thanks:.*$/m, 'thansk: typo') },
      policy: { name: 'policy.yaml', text: good.policy.text.replace('hand-off: 100', 'hand-off: 20') },
      faq: [{ name: 'faq.yaml', text: 'entries:\n  - id: a\n    title: A\n    ask: [one]\n    answer: ""\n' }],
    });
    const problems = broken.kind === 'broken' ? broken.problems : [];
    expect(problems.filter((problem) => problem.startsWith('wording.yaml:'))).to.have.length.at.least(1);
    expect(problems.some((problem) => /^policy\.yaml:\d+: /.test(problem))).to.equal(true);
    expect(problems.filter((problem) => /^faq\.yaml:[45]: /.test(problem))).to.have.length(2);
  });

  it('is refused when the hours are broken, with the line', () => {
    const text = good.hours.text.replace('sunday: 00:00-24:00', 'sunday: late');
    const broken = checkKnowledge({ ...good, hours: { name: 'hours.yaml', text } });
    expect(broken.kind === 'broken' && broken.problems).to.have.length(1);
    expect(broken.kind === 'broken' && broken.problems[0]).to.match(/^hours\.yaml:\d+: week\.sunday: "late"/);
  });

  it('is refused when the weights are damaged, with the reason', () => {
    const broken = checkKnowledge({ ...good, weights: { name: 'weights.bin', bytes: bytes.subarray(0, 100) } });
    expect(broken.kind === 'broken' && broken.problems[0]).to.match(/^weights\.bin: /);
  });

  it('is refused when a file is not YAML, with the line', () => {
    const broken = checkKnowledge({ ...good, policy: { name: 'policy.yaml', text: 'bars:\n  offer: [1\nsignals: {' } });
    expect(broken.kind === 'broken' && broken.problems[0]).to.match(/^policy\.yaml:\d+: /);
  });
});
