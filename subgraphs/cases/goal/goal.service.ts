import { figureQuestion } from '../../../figures/figure-question.js';
import { HubError } from '../../../platform/errors/errors.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { regionOfWork } from '../access/work.rules.js';
import { goalsOf, judgeGoal, type AgreedGoal, type JudgedGoal } from './goal.rules.js';
import type { GoalStore } from './goal.store.js';

const highest = 100_000;

/** What the brokers of a region agreed, and how far it is. */
export function goalService(goals: GoalStore) {
  return {
    /** Throws NOT_FOUND for a region that is not the caller's, BAD_USER_INPUT for a year that is none. */
    async progress(caller: Caller, region: string | null, year: number): Promise<JudgedGoal[]> {
      const { region: asked } = figureQuestion(caller, { region, year, asOf: null });
      const measured = await goals.measure(asked.key, year);
      const agreed = await goals.findAgreed(asked.key, year);
      return goalsOf(agreed).map((goal) => judgeGoal(goal, measured[goal.measure]));
    },

    /** Throws BAD_USER_INPUT. */
    async agree(caller: Caller, year: number, goal: AgreedGoal): Promise<void> {
      const { region } = figureQuestion(caller, { region: regionOfWork(caller), year, asOf: null });
      for (const field of ['target', 'baseline'] as const) {
        const value = goal[field];
        if (value !== null && (value < 0 || value > highest))
          throw new HubError('BAD_USER_INPUT', { field, expected: `0–${highest}` });
      }
      await goals.agree(region.key, year, goal);
    },
  };
}
