import { hasRole, type Caller } from '../../../platform/identity/caller.js';

/** Who seeks help for a child finds the professionals of every organisation; a provider finds its own only. */
export function findsEveryOrganisation(caller: Caller): boolean {
  return hasRole(caller, 'care-broker', 'case-owner', 'ret-member');
}

/** Planners weigh which team could join in, so they see every team; a provider's system sees its own organisation's. */
export function seesEveryTeam(caller: Caller): boolean {
  return hasRole(caller, 'care-broker', 'case-owner', 'ret-member', 'provider-planner');
}
