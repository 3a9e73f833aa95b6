/** The cases of the field study that concern hand-off, queue, presence and transport; which is where: README.md. */
import { inShop } from '../support/shop.js';
import type { EngineCase } from '../support/stores.js';
import { handBackCases } from './hand-back.js';
import { handOffCases } from './hand-off.js';
import { lineCases } from './line.js';
import { presenceCases } from './presence.js';
import { transportCases } from './transport.js';

export function fieldCases(engine: EngineCase): void {
  inShop('the cases of the field', engine, (shop) => {
    describe('hand-off and hand-back', () => {
      handOffCases(shop);
      handBackCases(shop);
    });
    describe('queue, assignment, presence', () => {
      lineCases(shop);
      presenceCases(shop);
    });
    describe('transport and duplicates', () => transportCases(shop));
  });
}
