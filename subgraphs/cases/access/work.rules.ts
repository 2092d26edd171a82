import { hasRole, type Caller } from '../../../platform/identity/caller.js';
import { HubError } from '../../../platform/errors/errors.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { findRegion } from '../../../vocabulary/places/region.js';
import type { CaseRow } from '../case/case.entity.js';
import { belongsTo, sightOf } from './visibility.rules.js';

/** The region in which the caller brings in what its brokers work on: from the token, never from the request. Throws FORBIDDEN. */
export function regionOfWork(caller: Caller): string {
  const isWorker = hasRole(caller, 'care-broker', 'case-owner');
  const region = isWorker && caller.region !== null ? findRegion(caller.region) : null;
  if (!region) throw new HubError('FORBIDDEN');
  return region.key;
}

/**
 * The organisation that brings something in: for whoever brings cases for an organisation that one, whatever is asked; a broker
 * names it, or none. `field` is where it was asked. Throws BAD_USER_INPUT.
 */
export function ownOrganisation(caller: Caller, asked: string | null, field: string): string | null {
  const isBroker = sightOf(caller).region !== null;
  const own = sightOf(caller).organisationId;
  if (asked !== null && !isUuid(asked)) throw new HubError('BAD_USER_INPUT', { field, expected: 'id' });
  if (isBroker) return asked;
  if (own === null) throw new HubError('FORBIDDEN');
  if (asked !== null && asked !== own) throw new HubError('BAD_USER_INPUT', { field, expected: 'own' });
  return own;
}

/** A restricted case is worked on by the organisation that brought it, and by nobody else. */
export function mayWork(caller: Caller, { isRestricted, ownerOrganisationId }: CaseRow): boolean {
  return !isRestricted || belongsTo(caller, ownerOrganisationId);
}

/** Throws CASE_RESTRICTED where the caller may not work on the case. */
export function assertMayWork(caller: Caller, file: CaseRow): void {
  if (!mayWork(caller, file)) throw new HubError('CASE_RESTRICTED');
}

/** Something new begins in an open case only. Throws CASE_CLOSED or CASE_RESTRICTED. */
export function assertMayBegin(caller: Caller, file: CaseRow): void {
  if (file.status === 'CLOSED') throw new HubError('CASE_CLOSED');
  assertMayWork(caller, file);
}
