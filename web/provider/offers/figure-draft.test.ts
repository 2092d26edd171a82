import { describe, expect, it } from '@jest/globals';
import type { OwnOffer } from '../own-offers.js';
import { draftOf, toReport } from './figure-draft.js';

const told = {
  asOf: '2026-11-23T08:00:00Z',
  status: 'HAS_CAPACITY',
  available: 3,
  maximum: 8,
  nextAvailableOn: null,
  waitlistCount: 2,
  waitEstimateDays: 14,
} as const;
const offer: OwnOffer = {
  id: '1',
  key: 'groep-3',
  title: 'Leefgroep',
  rung: 'RESIDENTIAL_GROUP',
  unit: 'PLACE',
  latestReport: told,
  availability: null,
  closure: null,
};

describe('a figure that is changed by hand', () => {
  it('begins with what was told last, and is the same report when nothing is typed', () => {
    expect(draftOf(offer)).toEqual({
      available: '3',
      maximum: '8',
      waitlistCount: '2',
      nextAvailableOn: '',
      status: '',
    });
    expect(toReport(offer, draftOf(offer))).toEqual({
      report: {
        ...{ offerKey: 'groep-3', unit: 'PLACE', status: 'HAS_CAPACITY', available: 3, maximum: 8 },
        ...{ nextAvailableOn: null, waitlistCount: 2, waitEstimateDays: 14 },
      },
    });
  });

  it('keeps a status that does not follow from the number, and lets others follow', () => {
    const waiting = { ...offer, latestReport: { ...told, available: 0, status: 'WAITLIST' } } as const;
    expect(draftOf(waiting).status).toBe('WAITLIST');
    expect(toReport(offer, { ...draftOf(offer), available: '0' })).toMatchObject({ report: { status: 'NO_CAPACITY' } });
    expect(draftOf({ ...offer, latestReport: null })).toMatchObject({ available: '', status: '' });
  });

  it.each([
    [{ available: '' }, ['available']],
    [{ available: '2,5' }, ['available']],
    [{ available: '-1' }, ['available']],
    [{ maximum: '10001', available: '1' }, ['maximum']],
    [{ available: '9' }, ['available']],
    [{ waitlistCount: 'veel' }, ['waitlistCount']],
    [{ available: '0', status: 'HAS_CAPACITY' as const }, ['status']],
    [{ available: 'x', maximum: 'y' }, ['available', 'maximum']],
  ])('says of %j what is wrong, and at which field', (typed, fields) => {
    const read = toReport(offer, { ...draftOf(offer), ...typed });
    expect(Object.keys('faults' in read ? read.faults : {})).toEqual(fields);
  });
});
