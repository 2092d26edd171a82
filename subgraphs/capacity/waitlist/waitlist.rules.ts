import type { Role } from '../../../platform/identity/caller.js';
import { defineLifecycle } from '../../../platform/policy/lifecycle.js';
import { defineEnum } from '../../../vocabulary/define-enum.js';
import { DeclineReason } from '../../../vocabulary/decline-reason.js';

export const WaitlistState = defineEnum('WaitlistState', 'Where a case stands on the waiting list of an offer.', {
  WAITING: 'wacht',
  OFFERED: 'er is een plaats gevraagd voor deze casus',
  PLACED: 'geplaatst',
  DECLINED: 'de aangeboden plaats is niet gebruikt',
  LEFT: 'van de lijst',
});
export type WaitlistState = (typeof WaitlistState.codes)[number];

export const WaitlistPriority = defineEnum('WaitlistPriority', 'Who goes first; within a priority who waits longest.', {
  CRISIS: 'crisis',
  URGENT: 'spoed',
  REGULAR: 'regulier',
});
export type WaitlistPriority = (typeof WaitlistPriority.codes)[number];

export const PassingReason = defineEnum('PassingReason', 'Why a case that waits was passed over.', {
  ...DeclineReason.dutch,
  NO_ANSWER: 'de aanbieder antwoordde niet op tijd',
  TOO_LARGE: 'er kwam minder vrij dan gevraagd is',
});
export type PassingReason = (typeof PassingReason.codes)[number];

const seekers: readonly Role[] = ['care-broker', 'case-owner'];

/** Every step of a case on a waiting list. What follows from its hold is the hub's own. */
export const waitlistLifecycle = defineLifecycle({
  states: WaitlistState.codes,
  initial: 'WAITING',
  steps: {
    offer: { from: ['WAITING'], to: 'OFFERED', by: [] },
    passOver: { from: ['OFFERED'], to: 'WAITING', by: [] },
    place: { from: ['OFFERED'], to: 'PLACED', by: [] },
    decline: { from: ['OFFERED'], to: 'DECLINED', by: [] },
    leave: { from: ['WAITING'], to: 'LEFT', by: seekers },
  },
});

export interface Waiting {
  readonly entryId: string;
  readonly quantity: number;
}

/** Who is offered what came free, and who was passed over because more was asked than was left at their turn. */
export interface Division<E extends Waiting> {
  readonly offered: readonly E[];
  readonly tooLarge: readonly E[];
}

/** Divides what is free among those who wait, in their order. Passed over is only who saw a later one go first. */
export function divide<E extends Waiting>(waiting: readonly E[], free: number): Division<E> {
  let left = free;
  const offered = new Set<E>();
  for (const entry of waiting) {
    if (entry.quantity > left) continue;
    left -= entry.quantity;
    offered.add(entry);
  }
  const last = waiting.findLastIndex((entry) => offered.has(entry));
  const tooLarge = waiting.slice(0, Math.max(last, 0)).filter((entry) => !offered.has(entry));
  return { offered: [...offered], tooLarge };
}
