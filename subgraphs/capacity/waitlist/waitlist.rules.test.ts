import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { divide } from './waitlist.rules.js';

const waiting = (...quantities: number[]) =>
  quantities.map((quantity, index) => ({ entryId: String(index + 1), quantity }));
const ids = (entries: readonly { entryId: string }[]) => entries.map(({ entryId }) => entryId).join('');

describe('what comes free is divided among those who wait', () => {
  it.each([
    ['to the first', waiting(1, 1), 1, '1', ''],
    ['to as many as there is room for', waiting(1, 1, 1), 2, '12', ''],
    ['past who asks for more, which is kept', waiting(2, 1), 1, '2', '1'],
    ['to nobody when all ask for more: nobody is passed over', waiting(2, 3), 1, '', ''],
    ['without passing over who stands behind the last that was served', waiting(1, 5), 1, '1', ''],
    ['to nobody when nothing is free', waiting(1), 0, '', ''],
    ['to nobody when nobody waits', waiting(), 3, '', ''],
  ])('%s', (_sentence, entries, free, offered, tooLarge) => {
    const division = divide(entries, free);
    expect([ids(division.offered), ids(division.tooLarge)]).toEqual([offered, tooLarge]);
  });

  it('never more than there is, in their order, and never past who fits', () => {
    const quantities = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 });
    fc.assert(
      fc.property(quantities, fc.nat({ max: 20 }), (asked, free) => {
        const entries = waiting(...asked);
        const { offered } = divide(entries, free);
        let left = free;
        for (const entry of entries) {
          expect(offered.includes(entry)).toBe(entry.quantity <= left);
          if (offered.includes(entry)) left -= entry.quantity;
        }
        expect(offered).toEqual(entries.filter((entry) => offered.includes(entry)));
      }),
    );
  });
});
