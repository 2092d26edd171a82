import { describe, expect, it } from '@jest/globals';
import { HubError } from '../../../platform/errors/errors.js';
import { pastMoment } from './moments.rules.js';

const now = new Date('2026-03-02T09:00:00Z');
const after = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const received = { name: 'receivedAt', at: after(-30) };

describe('a moment that was told', () => {
  it.each([
    ['long ago is kept', -29, -29],
    ['as early as what comes before it is kept', -30, -30],
    ['now is kept', 0, 0],
    ['by a clock that runs ahead is now, so that what follows lies behind it', 4, 0],
    ['by a clock that runs five minutes ahead is now', 5, 0],
  ])('%s', (_name, told, kept) => {
    expect(pastMoment('at', after(told), now, received)).toEqual(after(kept));
  });

  it.each([
    ['is still to come', 6, '≤ 5 min'],
    ['lies before what it cannot precede', -31, '≥ receivedAt'],
  ])('is refused when it %s', (_name, told, expected) => {
    const moment = (): Date => pastMoment('at', after(told), now, received);

    expect(moment).toThrow(new HubError('BAD_USER_INPUT', { field: 'at', expected }));
  });
});
