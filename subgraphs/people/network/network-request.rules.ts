import { hasRole, type Caller, type Role } from '../../../platform/identity/caller.js';
import { defineLifecycle } from '../../../platform/policy/lifecycle.js';
import type { TeamKind } from '../team/team.vocabulary.js';
import {
  NetworkRequestState,
  NetworkRequestStep,
  type NetworkAnswer,
  type NetworkFunction,
} from './network-request.vocabulary.js';

/** What a caller is to a question: carries it with the own team, is a broker of its region, asked it. Several may be so, or none. */
export interface PartInRequest {
  readonly isCarrier: boolean;
  readonly isBroker: boolean;
  readonly isAsker: boolean;
}

const answerers: readonly Role[] = ['ret-member', 'provider-planner'];
const everybody: readonly Role[] = ['care-broker', 'case-owner', 'ret-member', 'provider-planner'];
const open: readonly NetworkRequestState[] = ['ASKED', 'CONTACTED', 'ESCALATED'];

/**
 * Every step of a question to the network and who may make it. What was escalated the brokers of the region may settle.
 */
export const networkRequestLifecycle = defineLifecycle({
  states: NetworkRequestState.codes,
  initial: 'ASKED',
  steps: {
    CONTACT: { from: ['ASKED', 'ESCALATED'], to: 'CONTACTED', by: [...answerers, 'care-broker'] },
    ANSWER: { from: open, to: 'ANSWERED', by: [...answerers, 'care-broker'] },
    HAND_ON: { from: ['CONTACTED', 'ESCALATED'], to: 'ASKED', by: [...answerers, 'care-broker'] },
    ESCALATE: { from: ['ASKED', 'CONTACTED'], to: 'ESCALATED', by: everybody },
  },
});

/** The step that an answer is. */
export function stepOf(answer: NetworkAnswer): 'CONTACT' | 'ANSWER' {
  return answer === 'CONTACTED' ? 'CONTACT' : 'ANSWER';
}

/** Who carries a question may take every step; a broker of its region settles or moves it too; who asked it may only escalate. */
export function mayTake(step: NetworkRequestStep, { isCarrier, isBroker, isAsker }: PartInRequest): boolean {
  return isCarrier || isBroker || (isAsker && step === 'ESCALATE');
}

/** Whether a step can be taken in a state. What waits for a first contact is handed on as it is. */
export function isOpenFor(step: NetworkRequestStep, state: NetworkRequestState): boolean {
  const { from, to } = networkRequestLifecycle.steps[step];
  return from.includes(state) || (step === 'HAND_ON' && state === to);
}

/** The steps of a question that a caller may take now. */
export function stepsFor(
  caller: Caller,
  request: PartInRequest & { readonly state: NetworkRequestState },
): NetworkRequestStep[] {
  return NetworkRequestStep.codes.filter(
    (step) =>
      hasRole(caller, ...networkRequestLifecycle.steps[step].by) &&
      mayTake(step, request) &&
      isOpenFor(step, request.state),
  );
}

/** Which kinds of teams are asked for what. A proposal: the RET is one place for everything, expert teams advise and teach, duos help. */
export const teamKindsFor: Readonly<Record<NetworkFunction, readonly TeamKind[]>> = {
  CONSULT_ADVICE: ['RET', 'RET_2_0', 'EXPERT_TEAM'],
  ORGANISE_HELP: ['RET', 'RET_2_0', 'EXPERT_TEAM', 'AMBULATORY_DUO'],
  KNOWLEDGE: ['RET', 'RET_2_0', 'EXPERT_TEAM'],
};

/** Every kind of team that may be asked something. */
export const askedTeamKinds: readonly TeamKind[] = [...new Set(Object.values(teamKindsFor).flat())];
