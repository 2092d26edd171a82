import { describe, expect, it } from '@jest/globals';
import { PrimaryHistory } from './primary-history.js';

describe('how far a copy is behind', () => {
  const history = new PrimaryHistory();
  history.note({ atMs: 1_000, bytes: 100 });
  history.note({ atMs: 2_000, bytes: 250 });
  history.note({ atMs: 3_000, bytes: 250 });

  it.each([
    ['holds all that was there at the last look', 250, 500],
    ['is ahead of the last look', 400, 500],
    ['lacks the last bytes', 249, 2_500],
    ['stands where all began', 100, 2_500],
    ['has less than is remembered', 99, Infinity],
  ])('one that %s', (_what, bytes, behind) => {
    expect(history.behindMs(bytes, 3_500)).toBe(behind);
  });

  it('is not known before the primary was asked', () => {
    expect(new PrimaryHistory().behindMs(1_000, 0)).toBe(Infinity);
  });

  it('is remembered for two minutes', () => {
    const long = new PrimaryHistory();
    for (let atMs = 0; atMs <= 200_000; atMs += 1_000) long.note({ atMs, bytes: atMs });
    expect(long.behindMs(81_000, 200_000)).toBe(119_000);
    expect(long.behindMs(79_000, 200_000)).toBe(Infinity);
  });
});
