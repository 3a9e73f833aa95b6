import { expect } from 'chai';
import { channelNames, channelOfKey, channels, keyOf, wordsOfChannel } from '../../src/conversation/index.js';

describe('the table of channels', () => {
  it('has no name that could be the beginning of another key', () => {
    for (const name of channelNames) {
      expect(name).to.match(/^[a-z]+$/);
      expect(channelOfKey(keyOf(name, 'web-teams-1'))).to.equal(name);
    }
  });

  it('calls each by its own words', () => {
    for (const name of channelNames) expect(wordsOfChannel(name)).to.equal(channels[name]);
  });

  for (const name of ['', 'fax', 'toString', '__proto__']) {
    it(`calls "${name}" unknown, and never web`, () => {
      expect(wordsOfChannel(name).short).to.equal('Unknown channel');
      expect(wordsOfChannel(name).long).to.contain(name);
    });
  }

  it('reads today’s keys, and none from an id without a channel', () => {
    expect(['teams-19:a@thread.tacv2', 'web-0b1c-2', 'odd', '-x'].map(channelOfKey)).to.deep.equal([
      'teams',
      'web',
      '',
      '',
    ]);
  });
});
