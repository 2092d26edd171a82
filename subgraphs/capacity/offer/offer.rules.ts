import { hasRole, type Caller } from '../../../platform/identity/caller.js';

/** Whose offers a caller sees: those of every organisation, of its own only, or none. */
export type OfferScope =
  { readonly kind: 'every' } | { readonly kind: 'own'; readonly organisationId: string } | { readonly kind: 'none' };

/** Who seeks help compares all offers; a provider never sees a competitor's. The organisation comes from the token. */
export function offerScope(caller: Caller): OfferScope {
  if (hasRole(caller, 'care-broker', 'case-owner', 'ret-member')) return { kind: 'every' };
  const isProvider = hasRole(caller, 'provider-planner', 'provider-system');
  return isProvider && caller.organisationId !== null
    ? { kind: 'own', organisationId: caller.organisationId }
    : { kind: 'none' };
}
