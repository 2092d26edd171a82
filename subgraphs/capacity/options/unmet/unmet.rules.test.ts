import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ExclusionCode } from '../reasons/criteria.rules.js';
import { unmetNeeds, unmetReasons, UnmetReason, type MissedRung } from './unmet.rules.js';

const criterion = fc.constantFrom(...ExclusionCode.codes.filter((code) => code !== 'RUNG_NOT_SOUGHT'));
const failed = fc.uniqueArray(criterion, { minLength: 1, maxLength: 4 });
const misses = fc.array(failed, { maxLength: 8 });

/** Whether some offer would have been an option if only this criterion had not been asked. */
const wouldHaveGiven = (all: MissedRung['misses'], code: ExclusionCode): boolean =>
  all.some((one) => one.every((other) => other === code));

describe('why there was no option on a rung', () => {
  it.each<[string, MissedRung['misses'], UnmetReason[]]>([
    ['nobody offers it here', [], ['NO_OFFER']],
    ['one criterion was in the way of the only offer', [['AGE']], ['AGE']],
    ['of three that were in the way of one offer none is the reason', [['AGE', 'SEX', 'TOO_FAR']], ['SEVERAL']],
    [
      'an offer that failed one thing is nearer than one that failed it with others',
      [['AGE', 'TOO_FAR'], ['TOO_FAR']],
      ['TOO_FAR'],
    ],
    ['two offers failed one thing each: either would have been enough', [['TOO_FAR'], ['AGE']], ['AGE', 'TOO_FAR']],
    ['every offer failed the same two', [['EXCLUSION', 'NO_CONTRACT']], ['SEVERAL']],
  ])('%s', (_, all, reasons) => {
    expect(unmetReasons(all)).toEqual(reasons);
  });

  it('is each criterion whose absence alone would have given an option, and no other', () => {
    fc.assert(
      fc.property(misses, criterion, (all, code) => {
        expect((unmetReasons(all) as string[]).includes(code)).toBe(wouldHaveGiven(all, code));
      }),
    );
  });

  it('is always told, in one order, whatever the order of the offers and however many are alike', () => {
    fc.assert(
      fc.property(misses, (all) => {
        const reasons = unmetReasons(all);
        expect(reasons.length).toBeGreaterThan(0);
        expect(reasons).toEqual(UnmetReason.codes.filter((code) => reasons.includes(code)));
        expect(unmetReasons([...all, ...all].reverse())).toEqual(reasons);
      }),
    );
  });

  it('stays a reason when more is offered that does not fit', () => {
    fc.assert(
      fc.property(misses, failed, (all, more) => {
        const before = unmetReasons(all).filter((code) => code !== 'NO_OFFER' && code !== 'SEVERAL');
        expect(unmetReasons([...all, more])).toEqual(expect.arrayContaining(before));
      }),
    );
  });

  it('is told of each rung by itself, and of none that is never on offer', () => {
    expect(
      unmetNeeds([
        { rung: 'MENTOR_JIM', misses: [] },
        { rung: 'OWN_HOME', misses: [] },
        { rung: 'FOSTER', misses: [['AGE'], ['SEX']] },
        { rung: 'ANY', misses: [] },
      ]),
    ).toEqual([
      { rung: 'FOSTER', reason: 'AGE' },
      { rung: 'FOSTER', reason: 'SEX' },
      { rung: 'ANY', reason: 'NO_OFFER' },
    ]);
  });
});
