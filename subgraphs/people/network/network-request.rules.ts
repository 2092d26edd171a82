import type { Role } from '../../../platform/identity/caller.js';
import { defineLifecycle } from '../../../platform/policy/lifecycle.js';
import type { TeamKind } from '../team/team.vocabulary.js';
import { NetworkRequestState, type NetworkAnswer, type NetworkFunction } from './network-request.vocabulary.js';

const answerers: readonly Role[] = ['ret-member', 'provider-planner'];
const everybody: readonly Role[] = ['care-broker', 'case-owner', 'ret-member', 'provider-planner'];
const open: readonly NetworkRequestState[] = ['ASKED', 'CONTACTED', 'ESCALATED'];

/**
 * Every step of a question to the network and who may make it. What was escalated the brokers of the region may settle. What waits for a first
 * contact is handed on without another state.
 */
export const networkRequestLifecycle = defineLifecycle({
  states: NetworkRequestState.codes,
  initial: 'ASKED',
  steps: {
    contact: { from: ['ASKED', 'ESCALATED'], to: 'CONTACTED', by: [...answerers, 'care-broker'] },
    answer: { from: open, to: 'ANSWERED', by: [...answerers, 'care-broker'] },
    handOn: { from: ['CONTACTED', 'ESCALATED'], to: 'ASKED', by: [...answerers, 'care-broker'] },
    escalate: { from: ['ASKED', 'CONTACTED'], to: 'ESCALATED', by: everybody },
  },
});

/** The step that an answer is. */
export function stepOf(answer: NetworkAnswer): 'contact' | 'answer' {
  return answer === 'CONTACTED' ? 'contact' : 'answer';
}

/** Which kinds of teams are asked for what. A proposal: the RET is one place for everything, expert teams advise and teach, duos help. */
export const teamKindsFor: Readonly<Record<NetworkFunction, readonly TeamKind[]>> = {
  CONSULT_ADVICE: ['RET', 'RET_2_0', 'EXPERT_TEAM'],
  ORGANISE_HELP: ['RET', 'RET_2_0', 'EXPERT_TEAM', 'AMBULATORY_DUO'],
  KNOWLEDGE: ['RET', 'RET_2_0', 'EXPERT_TEAM'],
};

/** Every kind of team that may be asked something. */
export const askedTeamKinds: readonly TeamKind[] = [...new Set(Object.values(teamKindsFor).flat())];
