import { expect } from 'chai';
import { inPackage, readFolder, readTextFile } from '../../src/base/index.js';
import {
  checkFaq,
  checkLabelled,
  createFaq,
  type Faq,
  type Labelled,
  outOfScope,
  reviewFaq,
} from '../../src/faq/index.js';
import { wordsOf } from '../../src/language/index.js';

function must<Value>(checked: { kind: 'ok'; value: Value } | { kind: 'broken'; problems: readonly string[] }): Value {
  if (checked.kind === 'ok') return checked.value;
  throw new Error(checked.problems.join('\n'));
}

const entries = must(checkFaq(readFolder(inPackage('dialogs', 'faq'), ['.yaml'])));
const questions = must(checkLabelled(readTextFile(inPackage('test', 'faq', 'questions.tsv'))));

/** Right: the entry is the answer or one of the choices; out of scope: "unknown" or small talk. */
function handled(faq: Faq, { label, text }: Labelled): boolean {
  const result = faq.ask(text);
  if (label === outOfScope) return result.kind === 'unknown' || result.kind === 'small-talk';
  if (result.kind === 'answer') return result.entry.id === label || result.more?.id === label;
  return result.kind === 'clarify' && result.entries.some(({ id }) => id === label);
}

describe("the shop's knowledge base", () => {
  const faq = createFaq(entries);

  it('has entries for the shop, some of them in German', () => {
    expect(entries.length).to.be.at.least(70);
    expect(entries.filter(({ lang }) => lang === 'de').length).to.be.at.least(4);
  });

  it('is in order', () => {
    expect(reviewFaq(entries)).to.deep.equal([]);
  });

  it('is asked 100 questions in scope and 50 out of scope, none of which it contains', () => {
    expect(questions.filter(({ label }) => label === outOfScope)).to.have.length(50);
    expect(questions).to.have.length(150);
    const known = new Set(entries.flatMap(({ ask, title }) => [...ask, title].map((text) => wordsOf(text).join(' '))));
    expect(questions.filter(({ text }) => known.has(wordsOf(text).join(' ')))).to.deep.equal([]);
    const ids = new Set([outOfScope, ...entries.map(({ id }) => id)]);
    expect(questions.filter(({ label }) => !ids.has(label))).to.deep.equal([]);
  });

  it('handles at least 92 % of them right', () => {
    const failed = questions.filter((question) => !handled(faq, question));
    expect(failed.length / questions.length, failed.map(({ at }) => at).join(', ')).to.be.at.most(0.08);
  });

  it('gives no more than one wrong answer in twenty', () => {
    const answers = questions.flatMap(({ label, text }) => {
      const result = faq.ask(text);
      return result.kind === 'answer' ? [result.entry.id === label || result.more?.id === label] : [];
    });
    expect(answers.length).to.be.at.least(50);
    expect(answers.filter((right) => !right).length / answers.length).to.be.at.most(0.05);
  });

  it('answers every way of asking it knows with its own entry', () => {
    const wrong = entries.flatMap(({ id, ask, title }) =>
      [...ask, title].filter((text) => {
        const result = faq.ask(text);
        return result.kind !== 'answer' || result.entry.id !== id;
      }),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('speaks plainly: short answers, no exclamation marks', () => {
    const odd = entries.filter(({ answer }) => answer.includes('!') || answer.length > 500);
    expect(odd.map(({ id }) => id)).to.deep.equal([]);
  });
});
