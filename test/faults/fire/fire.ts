/** Ten seconds of everything at once on every engine. `npm run faults` does it for as long as one likes. */
import { expect } from 'chai';
import type { GroundCase } from '../ground/ground.js';
import { run } from '../run.js';
import { usualRun } from '../usual.js';

export function underFire(ground: GroundCase): void {
  describe('under fire', function () {
    this.timeout(180_000);
    it(`every promise is kept (${ground.name})`, async function () {
      if (ground.skip !== undefined) return this.skip();
      const { breaches, artefact, messages } = await run({ ...usualRun, ground, seed: 1, milliseconds: 10_000 });
      expect([...breaches], artefact).to.deep.equal([]);
      expect(messages).to.be.greaterThan(0);
    });
  });
}
