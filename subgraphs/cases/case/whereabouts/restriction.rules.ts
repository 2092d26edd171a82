import type { Caller } from '../../../../platform/identity/caller.js';
import { belongsTo } from '../../access/visibility.rules.js';
import type { CaseRow } from '../case.entity.js';

/**
 * Whether a caller may know in which postcode areas the child of a case lives and goes to school. Where special precautions hold, that
 * could lead somebody to a place that must stay secret: then the organisation that brought the case knows it, and who opened it in an
 * emergency.
 */
export function knowsWhereabouts(
  caller: Caller,
  { isRestricted, ownerOrganisationId, glass }: Pick<CaseRow, 'isRestricted' | 'ownerOrganisationId' | 'glass'>,
): boolean {
  return !isRestricted || glass !== null || belongsTo(caller, ownerOrganisationId);
}
