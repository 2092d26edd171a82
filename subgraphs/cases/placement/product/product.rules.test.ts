import { describe, expect, it } from '@jest/globals';
import { nothingTold, withProduct, type GivenProduct } from './product.rules.js';

const whole = { category: '45', code: '45A48', volume: 4, unit: 'HOUR', frequency: 'PER_WEEK' } as const;

describe('what is allocated of a placement', () => {
  it('is told bit by bit: what is left out stays, null takes away', () => {
    const first = withProduct(nothingTold, { ...whole, startOn: '2026-03-08' });
    const second = withProduct(first, { allocationNumber: 4711, startOn: undefined });
    expect(second).toEqual({ ...nothingTold, ...whole, startOn: '2026-03-08', allocationNumber: 4711 });
    expect(withProduct(second, { startOn: null }).startOn).toBeNull();
  });

  it.each<[string, GivenProduct, string]>([
    ['a category of 2015', { category: '35' }, 'product.category'],
    ['a code without a category', { code: '45A48' }, 'product.category'],
    ['a code of six characters', { category: '45', code: '45A481' }, 'product.code'],
    ['half an amount', { category: '45', code: '1', volume: 4 }, 'product.volume'],
    ['an amount without a code', { category: '45', volume: 4, unit: 'HOUR', frequency: 'TOTAL' }, 'product.code'],
    ['an amount below nothing', { ...whole, volume: -1 }, 'product.volume'],
    ['an amount of nine digits', { ...whole, volume: 100_000_000 }, 'product.volume'],
    ['days and nights by the day', { ...whole, unit: 'DAY', frequency: 'PER_DAY' }, 'product.frequency'],
    ['an end before its start', { startOn: '2026-03-08', endOn: '2026-03-07' }, 'product.endOn'],
    ['a number below nothing', { allocationNumber: -1 }, 'product.allocationNumber'],
    ['a number of ten digits', { allocationNumber: 1_000_000_000 }, 'product.allocationNumber'],
  ])('is not %s', (_what, given, field) => {
    expect(() => withProduct(nothingTold, given)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', parameters: expect.objectContaining({ field }) }),
    );
  });

  it.each([
    [123_456_782, 'CONTAINS_BSN'],
    [999_900_006, 'CONTAINS_BSN'],
    [123_456_789, null],
    [4711, null],
    [0, null],
  ])('has the number %d only where it cannot be a BSN', (allocationNumber, code) => {
    const tell = () => withProduct(nothingTold, { allocationNumber });
    if (code === null) expect(tell().allocationNumber).toBe(allocationNumber);
    else expect(tell).toThrow(expect.objectContaining({ code }));
  });
});
