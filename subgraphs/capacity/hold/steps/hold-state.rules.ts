import type { Role } from '../../../../platform/identity/caller.js';
import { defineLifecycle } from '../../../../platform/policy/lifecycle.js';
import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const HoldState = defineEnum(
  'HoldState',
  'Where a hold (reservering) stands at the moment of asking. REQUESTED, ACTIVE and CONVERTED keep their units.',
  {
    REQUESTED: 'gevraagd, wacht op antwoord van de aanbieder',
    ACTIVE: 'toegezegd door de aanbieder',
    CONVERTED: 'de zorg is gestart',
    REFUSED: 'afgewezen door de aanbieder',
    RELEASED: 'vrijgegeven',
    EXPIRED: 'verlopen',
    ENDED: 'de zorg is gestopt',
  },
);
export type HoldState = (typeof HoldState.codes)[number];

const seekers: readonly Role[] = ['care-broker', 'case-owner'];
const providers: readonly Role[] = ['provider-planner', 'provider-system'];

/**
 * Every step of a hold and who may make it. Expiry is the clock's: nobody makes it, and it holds before anybody wrote it down. A hold is
 * taken up by the hub, when care had begun before it was heard that the hold had ended.
 */
export const holdLifecycle = defineLifecycle({
  states: HoldState.codes,
  initial: 'REQUESTED',
  steps: {
    accept: { from: ['REQUESTED'], to: 'ACTIVE', by: providers },
    refuse: { from: ['REQUESTED'], to: 'REFUSED', by: providers },
    release: { from: ['REQUESTED', 'ACTIVE'], to: 'RELEASED', by: seekers },
    convert: { from: ['ACTIVE'], to: 'CONVERTED', by: seekers },
    end: { from: ['CONVERTED'], to: 'ENDED', by: seekers },
    takeUp: { from: ['RELEASED', 'EXPIRED'], to: 'CONVERTED', by: [] },
    expire: { from: ['REQUESTED', 'ACTIVE'], to: 'EXPIRED', by: [] },
  },
});

export type HoldStep = keyof typeof holdLifecycle.steps;
