import { describe, expect, it } from '@jest/globals';
import { hubNow } from '../../hub/clock.js';
import { calendarDay } from '../../parts/dutch.js';
import { emptyDraft, faultsOf, inputOf, type ConsentDraft } from './consent-draft.js';

const dayMs = 86_400_000;
const filled = (): ConsentDraft => ({ ...emptyDraft(), by: 'PARENT' });
const meantAt = new Date(hubNow()).toISOString();
const intended = { idempotencyKey: 'key', meantAt };

describe('a yes that is written down', () => {
  it('was given today or before, and holds until after today', () => {
    const [yesterday, tomorrow] = [-1, 1].map((days) => calendarDay(hubNow() + days * dayMs));
    expect(faultsOf(filled())).toEqual({});
    expect(faultsOf({ ...filled(), givenOn: yesterday ?? '', until: tomorrow ?? '' })).toEqual({});
    expect(Object.keys(faultsOf({ ...filled(), by: '', givenOn: tomorrow ?? '', until: yesterday ?? '' }))).toEqual([
      'by',
      'givenOn',
      'until',
    ]);
  });

  it('travels with the moment at which it was meant, or the day that was told', () => {
    const { givenAt, ...rest } = inputOf({ ...filled(), caseId: 'case' }, intended);
    expect(givenAt).toBe(meantAt);
    expect(rest).toEqual({ idempotencyKey: 'key', caseId: 'case', by: 'PARENT', purpose: 'SHARING_WITH_PROVIDER' });
    const earlier = inputOf({ ...filled(), caseId: 'case', givenOn: '2026-07-01', until: '2027-07-01' }, intended);
    expect(calendarDay(Date.parse(earlier.givenAt))).toBe('2026-07-01');
    expect(calendarDay(Date.parse(earlier.validUntil ?? ''))).toBe('2027-07-01');
  });
});
