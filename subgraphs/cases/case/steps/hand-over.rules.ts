import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { findRegion } from '../../../../vocabulary/places/region.js';
import { belongsTo } from '../../access/visibility.rules.js';
import type { CaseRow } from '../case.entity.js';

/** Whose a case is. */
export type Holder = Pick<CaseRow, 'region' | 'ownerOrganisationId'>;

export interface AskedHolder {
  readonly region: string | null;
  readonly ownerOrganisationId: string | null;
}

/**
 * To whom a case goes. Its brokers may hand it to those of another region and give it an owner where it has none; what is restricted, and
 * who is its owner, is for that owner to say. Throws BAD_USER_INPUT, ONLY_FOR_OWNER or HOLDER_UNCHANGED.
 */
export function newHolder(caller: Caller, file: Holder & Pick<CaseRow, 'isRestricted'>, asked: AskedHolder): Holder {
  const region = asked.region ?? file.region;
  const ownerOrganisationId = asked.ownerOrganisationId ?? file.ownerOrganisationId;
  if (!findRegion(region)) throw new HubError('BAD_USER_INPUT', { field: 'region', expected: 'flevoland' });
  if (ownerOrganisationId !== null && !isUuid(ownerOrganisationId))
    throw new HubError('BAD_USER_INPUT', { field: 'ownerOrganisationId', expected: 'UUID' });
  const isOwners =
    file.isRestricted || (file.ownerOrganisationId !== null && ownerOrganisationId !== file.ownerOrganisationId);
  if (isOwners && !belongsTo(caller, file.ownerOrganisationId)) throw new HubError('ONLY_FOR_OWNER');
  if (region === file.region && ownerOrganisationId === file.ownerOrganisationId)
    throw new HubError('HOLDER_UNCHANGED');
  return { region, ownerOrganisationId };
}

/** The names of what differs. */
export function changedHolder(before: Holder, after: Holder): string[] {
  return (['region', 'ownerOrganisationId'] as const).filter((name) => before[name] !== after[name]);
}
