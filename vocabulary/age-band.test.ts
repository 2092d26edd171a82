import { describe, expect, it } from '@jest/globals';
import { AgeBand, ageBandOf, agesOf } from './age-band.js';

describe('age bands', () => {
  it.each<[number, AgeBand | null]>([
    [-1, 'AGE_0_3'],
    [0, 'AGE_0_3'],
    [3, 'AGE_0_3'],
    [4, 'AGE_4_11'],
    [11, 'AGE_4_11'],
    [12, 'AGE_12_15'],
    [15, 'AGE_12_15'],
    [16, 'AGE_16_17'],
    [17, 'AGE_16_17'],
    [18, 'AGE_18_22'],
    [22, 'AGE_18_22'],
    [23, 'AGE_23_27'],
    [27, 'AGE_23_27'],
    [28, null],
  ])('at %i is %s', (age, band) => {
    expect(ageBandOf(age)).toBe(band);
  });

  it('together hold every age from 0 to 27 once', () => {
    expect(AgeBand.codes.flatMap(agesOf)).toEqual(Array.from({ length: 28 }, (_, age) => age));
  });
});
