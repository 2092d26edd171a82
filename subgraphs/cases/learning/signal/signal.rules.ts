import { HubError } from '../../../../platform/errors/errors.js';
import type { Role } from '../../../../platform/identity/caller.js';
import { defineLifecycle } from '../../../../platform/policy/lifecycle.js';
import { SignalState, type SignalForum } from '../learning.vocabulary.js';

/** Brokers of the region and the people of the organisation whose it is. The Enabling Crew makes things possible and decides nothing. */
const deciders: readonly Role[] = ['care-broker', 'case-owner'];

/** Every step of a signal and who may make it. */
export const signalLifecycle = defineLifecycle({
  states: SignalState.codes,
  initial: 'OPEN',
  steps: {
    escalate: { from: ['OPEN', 'TAKEN_UP'], to: 'ESCALATED', by: deciders },
    takeUp: { from: ['OPEN', 'ESCALATED'], to: 'TAKEN_UP', by: deciders },
    solve: { from: ['OPEN', 'ESCALATED', 'TAKEN_UP'], to: 'SOLVED', by: deciders },
    decline: { from: ['OPEN', 'ESCALATED', 'TAKEN_UP'], to: 'DECLINED', by: deciders },
  },
});

export type SignalStep = keyof typeof signalLifecycle.steps;

/** The step that leads to a state. Throws BAD_USER_INPUT where none does. */
export function stepTo(state: SignalState): SignalStep {
  const names = Object.keys(signalLifecycle.steps) as SignalStep[];
  const found = names.find((name) => signalLifecycle.steps[name].to === state);
  if (!found) throw new HubError('BAD_USER_INPUT', { field: 'state', expected: '≠ OPEN' });
  return found;
}

/** Only what is put before somebody names before whom. Throws BAD_USER_INPUT. */
export function assertForum(state: SignalState, forum: SignalForum | null): void {
  if ((state === 'ESCALATED') !== (forum !== null))
    throw new HubError('BAD_USER_INPUT', { field: 'escalatedTo', expected: 'ESCALATED' });
}
