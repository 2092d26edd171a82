import type { Role } from '../../../platform/identity/caller.js';
import { defineLifecycle } from '../../../platform/policy/lifecycle.js';
import { CaseStatus } from './case.vocabulary.js';

const workers: readonly Role[] = ['care-broker', 'case-owner'];

/** Every step of a case and who may make it, of the own cases. What changes no state is done to an open case only. */
export const caseLifecycle = defineLifecycle({
  states: CaseStatus.codes,
  initial: 'OPEN',
  steps: {
    close: { from: ['OPEN'], to: 'CLOSED', by: workers },
    reopen: { from: ['CLOSED'], to: 'OPEN', by: workers },
  },
});

export type CaseStep = keyof typeof caseLifecycle.steps;
