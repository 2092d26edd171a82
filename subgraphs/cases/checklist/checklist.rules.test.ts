import { describe, expect, it } from '@jest/globals';
import { LadderRung } from '../../../vocabulary/ladder.js';
import {
  assertChecklistAllows,
  checklistAllows,
  lighterThan,
  weighed,
  type Alternative,
  type ChecklistAnswers,
} from './checklist.rules.js';

const tried = (rung: LadderRung): Alternative => ({ rung, verdict: 'TRIED', reason: null });
const complete: ChecklistAnswers = {
  state: 'COMPLETE',
  alternatives: lighterThan('RESIDENTIAL_GROUP').map(tried),
  isConsultationHeld: true,
  isRetDiscussed: true,
  familyFormReason: 'TREATMENT_NEEDED',
};
const without = (rung: LadderRung): readonly Alternative[] =>
  complete.alternatives.filter((alternative) => alternative.rung !== rung);

describe('what is weighed before a place in a group', () => {
  it('is every lighter form of help, from the local team to small-scale', () => {
    expect(lighterThan('RESIDENTIAL_GROUP')).toEqual([
      ...['LOCAL_TEAM', 'COMMUNITY_SUPPORT', 'MENTOR_JIM', 'AMBULATORY', 'INTENSIVE_AMBULATORY', 'DAY_TREATMENT'],
      ...['PART_TIME_RESPITE', 'KINSHIP_FOSTER', 'FOSTER', 'FAMILY_HOME', 'SMALL_SCALE'],
    ]);
  });
});

describe('a child may be proposed', () => {
  it.each(
    LadderRung.codes.filter(
      (rung) => !['SMALL_SCALE', 'ASSISTED_LIVING', 'RESIDENTIAL_GROUP', 'SECURE'].includes(rung),
    ),
  )('for %s without a checklist', (rung) => {
    expect(checklistAllows(rung, null)).toEqual({ isAllowed: true, missing: [] });
  });

  it.each<[LadderRung, Partial<ChecklistAnswers> | null, readonly string[]]>([
    ['SMALL_SCALE', null, ['FAMILY_FORM_REASON']],
    ['SMALL_SCALE', { state: 'OPEN', alternatives: [], isRetDiscussed: null }, []],
    ['ASSISTED_LIVING', null, ['FAMILY_FORM_REASON']],
    ['RESIDENTIAL_GROUP', {}, []],
    [
      'RESIDENTIAL_GROUP',
      null,
      [...lighterThan('RESIDENTIAL_GROUP'), 'CONSULTATION', 'RET', 'FAMILY_FORM_REASON', 'COMPLETION'],
    ],
    ['RESIDENTIAL_GROUP', { state: 'OPEN' }, ['COMPLETION']],
    ['RESIDENTIAL_GROUP', { alternatives: without('FOSTER') }, ['FOSTER']],
    ['RESIDENTIAL_GROUP', { isConsultationHeld: null }, ['CONSULTATION']],
    ['RESIDENTIAL_GROUP', { isConsultationHeld: false }, ['CONSULTATION']],
    ['RESIDENTIAL_GROUP', { isRetDiscussed: false }, ['RET']],
    ['RESIDENTIAL_GROUP', { familyFormReason: null }, ['FAMILY_FORM_REASON']],
    ['SECURE', {}, ['RESIDENTIAL_GROUP']],
    ['SECURE', { alternatives: [...complete.alternatives, tried('RESIDENTIAL_GROUP')] }, []],
  ])('for %s when the checklist lacks nothing: %j', (rung, answers, missing) => {
    const checklist = answers && { ...complete, ...answers };
    expect(checklistAllows(rung, checklist)).toEqual({ isAllowed: missing.length === 0, missing });
    const check = (): void => assertChecklistAllows(rung, checklist);
    if (missing.length === 0) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: 'CHECKLIST_INCOMPLETE' }));
  });
});

describe('a form of help', () => {
  it.each<[string, Alternative]>([
    ['that does not suit and does not say why', { rung: 'FOSTER', verdict: 'NOT_SUITABLE', reason: null }],
    ['that was tried and has a reason not to', { rung: 'FOSTER', verdict: 'TRIED', reason: 'UNSAFE' }],
    ['that is no lighter one', tried('SECURE')],
    ['that is none', tried('OWN_HOME')],
  ])('%s is refused', (_which, alternative) => {
    expect(() => weighed(alternative)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('that does not suit says why', () => {
    const alternative: Alternative = { rung: 'FOSTER', verdict: 'NOT_SUITABLE', reason: 'YOUTH_DECLINES' };
    expect(weighed(alternative)).toEqual(alternative);
  });
});
