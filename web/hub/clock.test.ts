import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextOffset } from './clock.js';

describe('the clock of the hub', () => {
  it('is known to the second from an answer, whatever the clock of the PC says, and never runs ahead', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.tuple(fc.nat(5_000), fc.nat(5_000)), { minLength: 1 }),
        (offset, ways) => {
          let at = 1_800_000_000_000;
          let known: number | null = null;
          for (const [there, back] of ways) {
            const hubAt = Math.floor((at + there + offset) / 1_000) * 1_000;
            known = nextOffset(known, { sentAt: at, receivedAt: at + there + back, hubAt });
            at += there + back + 700;
          }
          const slowest = Math.max(...ways.map(([, back]) => back));
          expect(known).toBeLessThanOrEqual(offset);
          expect(known).toBeGreaterThan(offset - 1_000 - slowest);
        },
      ),
    );
  });

  it.each([
    ['the first answer is all there is', null, -60_000],
    ['a slower answer says no more', -59_500, -59_500],
    ['an answer that says more counts', -61_000, -60_000],
    ['one that contradicts it tells that the clock of the PC was set', 3_600_000, -60_000],
  ])('%s', (_, known, offset) => {
    expect(nextOffset(known, { sentAt: 59_800, receivedAt: 60_000, hubAt: 0 })).toBe(offset);
  });
});
