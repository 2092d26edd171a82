import { defineEnum } from './define-enum.js';

export const AgeBand = defineEnum('AgeBand', 'A band of ages in whole years, as the region counts them.', {
  AGE_0_3: '0 tot en met 3 jaar',
  AGE_4_11: '4 tot en met 11 jaar',
  AGE_12_15: '12 tot en met 15 jaar',
  AGE_16_17: '16 en 17 jaar',
  AGE_18_22: '18 tot en met 22 jaar',
  AGE_23_27: '23 tot en met 27 jaar',
});
export type AgeBand = (typeof AgeBand.codes)[number];

const bounds: Readonly<Record<AgeBand, readonly [youngest: number, oldest: number]>> = {
  AGE_0_3: [0, 3],
  AGE_4_11: [4, 11],
  AGE_12_15: [12, 15],
  AGE_16_17: [16, 17],
  AGE_18_22: [18, 22],
  AGE_23_27: [23, 27],
};

/**
 * The band of an age in whole years; null above the oldest band. A child still to be born counts as 0.
 * Only the birth year is known, so the age is the one that the child reaches in the running calendar year.
 */
export function ageBandOf(age: number): AgeBand | null {
  return AgeBand.codes.find((band) => agesOf(band).includes(Math.max(0, age))) ?? null;
}

/** Every age in a band. */
export function agesOf(band: AgeBand): number[] {
  const [youngest, oldest] = bounds[band];
  return Array.from({ length: oldest - youngest + 1 }, (_, index) => youngest + index);
}
