import type { Role } from '../../../platform/identity/caller.js';
import { defineLifecycle } from '../../../platform/policy/lifecycle.js';
import { ConsultationStatus, type InterventionKind } from './consultation.vocabulary.js';

const workers: readonly Role[] = ['care-broker'];

/** From the first contact on one thing leads to another, in any order, until it ends. */
const running: readonly ConsultationStatus[] = [
  'CONTACTED',
  'IN_CONSULTATION',
  'ROUND_TABLE_PLANNED',
  'ROUND_TABLE_HELD',
  'TEAM_DEPLOYED',
  'EXPLANATORY_ANALYSIS',
  'REFERRED_TO_RET',
  'MATCHING',
];

const goOnTo = (to: ConsultationStatus) => ({ from: running.filter((status) => status !== to), to, by: workers });

/** Every step of a consultation and who may make it. What nobody could be reached for ends without a contact. */
export const consultationLifecycle = defineLifecycle({
  states: ConsultationStatus.codes,
  initial: 'RECEIVED',
  steps: {
    contact: { from: ['RECEIVED'], to: 'CONTACTED', by: workers },
    consult: { from: ['CONTACTED'], to: 'IN_CONSULTATION', by: workers },
    planTable: goOnTo('ROUND_TABLE_PLANNED'),
    holdTable: goOnTo('ROUND_TABLE_HELD'),
    deployTeam: goOnTo('TEAM_DEPLOYED'),
    analyse: goOnTo('EXPLANATORY_ANALYSIS'),
    referToRet: goOnTo('REFERRED_TO_RET'),
    match: goOnTo('MATCHING'),
    close: { from: running, to: 'CLOSED', by: workers },
    abandon: { from: ['RECEIVED', ...running], to: 'ABANDONED', by: workers },
  },
});

export type ConsultationStep = keyof typeof consultationLifecycle.steps;

/** The step that an intervention is. */
const stepOf: Readonly<Record<InterventionKind, ConsultationStep>> = {
  REFERRED_TO_REGULAR_CARE: 'consult',
  TAILOR_MADE: 'consult',
  NON_CONTRACTED_OFFER: 'consult',
  EXPLANATORY_ANALYSIS_SUPPORT: 'analyse',
  ACCELERATION_TABLE: 'holdTable',
  REFERRED_TO_RET: 'referToRet',
  INDEPENDENT_FACILITATION: 'consult',
  TEAM_ANDERS_DEPLOYMENT: 'deployTeam',
  OTHER_MEDIATION: 'consult',
};

/**
 * Where a consultation stands once something was done for the child; null when nothing can be done, before the first contact and
 * after the end. What only consults does not take back what was reached.
 */
export function statusAfter(status: ConsultationStatus, kind: InterventionKind): ConsultationStatus | null {
  if (!running.includes(status)) return null;
  const { from, to } = consultationLifecycle.steps[stepOf[kind]];
  return from.includes(status) ? to : status;
}
