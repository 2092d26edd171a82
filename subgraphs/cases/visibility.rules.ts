import { hasRole, type Caller } from '../../platform/caller.js';
import { isUuid } from '../../platform/identifiers.js';

/** What a caller may see: the rows of a region, as its broker, and the rows of an organisation, as one of its people. */
export interface Sight {
  readonly region: string | null;
  readonly organisationId: string | null;
}

/** Region and organisation of the token, each as far as a role gives a right to it; where both are null nothing is seen. */
export function sightOf(caller: Caller): Sight {
  const { region, organisationId } = caller;
  return {
    region: hasRole(caller, 'care-broker') ? region : null,
    organisationId:
      hasRole(caller, 'case-owner') && organisationId !== null && isUuid(organisationId) ? organisationId : null,
  };
}

/** Whether the caller belongs to an organisation as one who brings cases for it. */
export function belongsTo(caller: Caller, organisationId: string | null): boolean {
  return organisationId !== null && sightOf(caller).organisationId === organisationId;
}
