import { hasRole, type Caller } from '../../../platform/identity/caller.js';

/**
 * Whether a caller may know where an offer is given: where it is secret only its own organisation, which knows already. A search
 * takes its distance as unknown, since distances to a few postcode areas would tell the place as well.
 */
export function isPlaceShown(
  caller: Caller,
  { organisationId, placeFeatures }: { readonly organisationId: string; readonly placeFeatures: readonly string[] },
): boolean {
  if (!placeFeatures.includes('SECRET_LOCATION')) return true;
  return hasRole(caller, 'provider-planner', 'provider-system') && caller.organisationId === organisationId;
}
