import type { Role } from '../../../platform/identity/caller.js';
import { defineLifecycle } from '../../../platform/policy/lifecycle.js';
import { HubError } from '../../../platform/errors/errors.js';
import { LadderRung, ladderPosition } from '../../../vocabulary/ladder.js';
import {
  ChecklistState,
  type AlternativeVerdict,
  type FamilyFormReason,
  type NotSuitableReason,
} from './checklist.vocabulary.js';

const workers: readonly Role[] = ['care-broker', 'case-owner'];

/** A checklist is completed, and an answer that is given later opens it again: what was completed was something else. */
export const checklistLifecycle = defineLifecycle({
  states: ChecklistState.codes,
  initial: 'OPEN',
  steps: {
    complete: { from: ['OPEN'], to: 'COMPLETE', by: workers },
    reopen: { from: ['COMPLETE'], to: 'OPEN', by: workers },
  },
});

/** What became of one lighter form of help. */
export interface Alternative {
  readonly rung: LadderRung;
  readonly verdict: AlternativeVerdict;
  readonly reason: NotSuitableReason | null;
}

/** What a checklist says. */
export interface ChecklistAnswers {
  readonly state: ChecklistState;
  readonly alternatives: readonly Alternative[];
  readonly isConsultationHeld: boolean | null;
  readonly isRetDiscussed: boolean | null;
  readonly familyFormReason: FamilyFormReason | null;
}

/** What a checklist lacks: a form of help that was not weighed stands there by its rung. */
export type ChecklistGap = 'CONSULTATION' | 'RET' | 'FAMILY_FORM_REASON' | 'COMPLETION' | LadderRung;

export interface ChecklistVerdict {
  readonly isAllowed: boolean;
  readonly missing: readonly ChecklistGap[];
}

/** The child at home without help, what stands where its home stands, and what is only for those from 16, are no lighter forms to weigh. */
const notWeighed: readonly LadderRung[] = ['OWN_HOME', 'ASSISTED_LIVING', 'TAILORED'];
const family = ladderPosition('SMALL_SCALE');
const residential = ladderPosition('RESIDENTIAL_GROUP');

/** The forms of help that are lighter than a rung, lightest first. */
export function lighterThan(rung: LadderRung): LadderRung[] {
  return LadderRung.codes.filter((one) => !notWeighed.includes(one) && ladderPosition(one) < ladderPosition(rung));
}

/** Whether a place on a rung is one in a group or secure (W5); a tailored arrangement is told by the rung of its home. */
export function isResidential(rung: LadderRung): boolean {
  return rung !== 'TAILORED' && ladderPosition(rung) >= residential;
}

/** What a checklist lacks before it can be completed for a rung. */
export function gapsFor(rung: LadderRung, answers: Omit<ChecklistAnswers, 'state'> | null): ChecklistGap[] {
  const weighed = answers?.alternatives.map((one) => one.rung) ?? [];
  return [
    ...lighterThan(rung).filter((one) => !weighed.includes(one)),
    ...(answers?.isConsultationHeld === true ? [] : (['CONSULTATION'] as const)),
    ...(answers?.isRetDiscussed === true ? [] : (['RET'] as const)),
    ...familyGap(answers),
  ];
}

/**
 * Whether a child may be proposed for a place on a rung, and what is missing. In a group or secure the checklist is complete (W5); in
 * small-scale and heavier it says why no family form will do (Jeugdwet 2.3(6)).
 */
export function checklistAllows(rung: LadderRung, checklist: ChecklistAnswers | null): ChecklistVerdict {
  if (rung === 'TAILORED' || ladderPosition(rung) < family) return verdict([]);
  if (!isResidential(rung)) return verdict(familyGap(checklist));
  const isComplete = checklist?.state === 'COMPLETE';
  return verdict([...gapsFor(rung, checklist), ...(isComplete ? [] : (['COMPLETION'] as const))]);
}

/** Throws CHECKLIST_INCOMPLETE, which names what is missing. */
export function assertChecklistAllows(rung: LadderRung, checklist: ChecklistAnswers | null): void {
  const { isAllowed, missing } = checklistAllows(rung, checklist);
  if (!isAllowed) throw new HubError('CHECKLIST_INCOMPLETE', { missing: missing.join(', ') });
}

/** A form of help as it was weighed: only what does not suit has a reason, and that it must have. Throws BAD_USER_INPUT. */
export function weighed({ rung, verdict: told, reason }: Alternative): Alternative {
  if (!lighterThan('SECURE').includes(rung))
    throw new HubError('BAD_USER_INPUT', { field: 'alternative.rung', expected: lighterThan('SECURE').join(', ') });
  if ((told === 'NOT_SUITABLE') !== (reason !== null))
    throw new HubError('BAD_USER_INPUT', { field: 'alternative.reason', expected: 'NOT_SUITABLE' });
  return { rung, verdict: told, reason };
}

function familyGap(answers: Pick<ChecklistAnswers, 'familyFormReason'> | null): readonly ChecklistGap[] {
  return answers?.familyFormReason == null ? ['FAMILY_FORM_REASON'] : [];
}

function verdict(missing: readonly ChecklistGap[]): ChecklistVerdict {
  return { isAllowed: missing.length === 0, missing };
}
