import type { GoalGap, GoalMeasure, GoalOperator } from './goal.vocabulary.js';

/** What was agreed on one measure. */
export interface AgreedGoal {
  readonly measure: GoalMeasure;
  readonly operator: GoalOperator;
  readonly target: number | null;
  readonly baseline: number | null;
}

/** The nine goals of the end of 2020. That of residential stays asks a baseline of 2019 that no source gives; two are told without a number. */
export const firstGoals: readonly AgreedGoal[] = [
  { measure: 'OUT_OF_HOME_PREVENTED', operator: 'AT_LEAST', target: 20, baseline: null },
  { measure: 'RESIDENTIAL_UNDER_12', operator: 'LESS_THAN_BASELINE_BY', target: 5, baseline: null },
  { measure: 'MENTORS', operator: 'AT_LEAST', target: 10, baseline: null },
  { measure: 'INTENSIVE_AMBULATORY', operator: 'AT_LEAST', target: 10, baseline: null },
  { measure: 'CASE_WEEK_UNDER_12', operator: 'AT_LEAST', target: 10, baseline: null },
  { measure: 'RET_THREATENED', operator: 'AT_LEAST', target: 20, baseline: null },
  { measure: 'CHECKLIST_USED', operator: 'AT_LEAST', target: null, baseline: null },
  { measure: 'NORMAL_PLACES', operator: 'AT_LEAST', target: null, baseline: null },
  { measure: 'BREAKDOWN_PREVENTED', operator: 'AT_LEAST', target: 15, baseline: null },
];

/** How far a goal is. */
export interface JudgedGoal extends AgreedGoal {
  readonly actual: number | null;
  /** Null where it cannot be said. */
  readonly isReached: boolean | null;
  readonly gap: GoalGap | null;
}

/** The goals of a year: the nine, each as the region agreed it anew where it did. */
export function goalsOf(agreed: readonly AgreedGoal[]): AgreedGoal[] {
  return firstGoals.map((first) => agreed.find(({ measure }) => measure === first.measure) ?? first);
}

/** Whether a goal is reached, or why that cannot be said: `actual` is null where there was nothing to count, nothing where it is not recorded. */
export function judgeGoal(goal: AgreedGoal, actual: number | null | undefined): JudgedGoal {
  if (actual == null) {
    return { ...goal, actual: null, isReached: null, gap: actual === null ? 'NOTHING_YET' : 'NOT_RECORDED' };
  }
  const limit = limitOf(goal);
  if (typeof limit === 'string') return { ...goal, actual, isReached: null, gap: limit };
  return { ...goal, actual, isReached: goal.operator === 'AT_LEAST' ? actual >= limit : actual <= limit, gap: null };
}

function limitOf({ operator, target, baseline }: AgreedGoal): number | GoalGap {
  if (target === null) return 'NO_TARGET';
  if (operator !== 'LESS_THAN_BASELINE_BY') return target;
  return baseline === null ? 'NO_BASELINE' : baseline - target;
}
