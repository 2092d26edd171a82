import type { Role } from '../../../platform/identity/caller.js';
import { defineLifecycle } from '../../../platform/policy/lifecycle.js';
import { PlacementStatus } from './placement.vocabulary.js';

const workers: readonly Role[] = ['care-broker', 'case-owner'];

/** Every step of a placement and who may make it. The hub makes the same steps where the hold of a placement came out (migration 28). */
export const placementLifecycle = defineLifecycle({
  states: PlacementStatus.codes,
  initial: 'ALLOCATED',
  steps: {
    start: { from: ['ALLOCATED'], to: 'STARTED', by: workers },
    pause: { from: ['STARTED'], to: 'PAUSED', by: workers },
    resume: { from: ['PAUSED'], to: 'STARTED', by: workers },
    end: { from: ['STARTED', 'PAUSED'], to: 'ENDED', by: workers },
    cancel: { from: ['ALLOCATED'], to: 'CANCELLED', by: workers },
  },
});

export type PlacementStep = keyof typeof placementLifecycle.steps;
