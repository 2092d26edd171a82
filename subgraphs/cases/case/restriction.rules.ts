import type { Caller } from '../../../platform/identity/caller.js';
import { belongsTo } from '../access/visibility.rules.js';
import type { CaseRow } from './case.entity.js';

/**
 * Whether a caller may know in which postcode areas the child of a case lives and goes to school. Where special precautions hold, that
 * could lead somebody to a place that must stay secret: then only the organisation that brought the case knows it.
 */
export function knowsWhereabouts(
  caller: Caller,
  { isRestricted, ownerOrganisationId }: Pick<CaseRow, 'isRestricted' | 'ownerOrganisationId'>,
): boolean {
  return !isRestricted || belongsTo(caller, ownerOrganisationId);
}
