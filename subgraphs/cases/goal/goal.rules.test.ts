import { describe, expect, it } from '@jest/globals';
import { firstGoals, goalsOf, judgeGoal, type AgreedGoal } from './goal.rules.js';

const atLeast: AgreedGoal = { measure: 'MENTORS', operator: 'AT_LEAST', target: 10, baseline: null };
const atMost: AgreedGoal = { ...atLeast, operator: 'AT_MOST' };
const less: AgreedGoal = {
  measure: 'RESIDENTIAL_UNDER_12',
  operator: 'LESS_THAN_BASELINE_BY',
  target: 5,
  baseline: 40,
};

describe('a goal of the region', () => {
  it.each([
    ['is reached with as many as were agreed', atLeast, 10, true, null],
    ['is not with fewer', atLeast, 9, false, null],
    ['is reached with as few as were agreed', atMost, 10, true, null],
    ['is not with more', atMost, 11, false, null],
    ['is reached with so many less than there were', less, 35, true, null],
    ['is not with fewer less', less, 36, false, null],
    ['cannot be judged without a baseline, and says so', { ...less, baseline: null }, 35, null, 'NO_BASELINE'],
    ['cannot be judged without a number, and says so', { ...atLeast, target: null }, 35, null, 'NO_TARGET'],
    ['cannot be judged where there was nothing to count, and says so', atLeast, null, null, 'NOTHING_YET'],
    ['cannot be judged where nothing is recorded, and says so', atLeast, undefined, null, 'NOT_RECORDED'],
  ] as const)('%s', (_name, goal, actual, isReached, gap) => {
    expect(judgeGoal(goal, actual)).toEqual({ ...goal, actual: actual ?? null, isReached, gap });
  });

  it('is one of nine, each as the region agreed it anew', () => {
    const goals = goalsOf([{ ...less, target: 8 }]);
    expect(goals).toHaveLength(9);
    expect(goals.find(({ measure }) => measure === 'RESIDENTIAL_UNDER_12')).toMatchObject({ target: 8, baseline: 40 });
    expect(goals.filter(({ measure }) => measure !== 'RESIDENTIAL_UNDER_12')).toEqual(
      firstGoals.filter(({ measure }) => measure !== 'RESIDENTIAL_UNDER_12'),
    );
  });
});
