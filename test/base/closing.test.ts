import { expect } from 'chai';
import { createClosing } from '../../src/base/index.js';

describe('closing', () => {
  it('goes by stages, the last that was opened first, and each once', async () => {
    const closed: string[] = [];
    const closing = createClosing();
    const open = (stage: 'calls' | 'work' | 'data', name: string) =>
      closing.add(stage, async () => {
        await Promise.resolve();
        closed.push(name);
      });
    open('calls', 'port');
    open('data', 'store');
    open('work', 'turns');
    open('calls', 'sockets');
    await Promise.all([closing.close(), closing.close()]);
    await closing.close();
    expect(closed).to.deep.equal(['sockets', 'port', 'turns', 'store']);
  });

  it('closes all the others when one fails, and then says why', async () => {
    const closed: string[] = [];
    const closing = createClosing();
    closing.add('calls', () => {
      throw new Error('the first');
    });
    closing.add('work', () => Promise.reject(new Error('the second')));
    closing.add('data', () => closed.push('store'));
    const fault: unknown = await closing.close().catch((thrown: unknown) => thrown);
    expect(String(fault)).to.equal('Error: the first');
    expect(closed).to.deep.equal(['store']);
  });
});
