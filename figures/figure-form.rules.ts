import { hasRole, type Caller } from '../platform/identity/caller.js';
import type { Region } from '../vocabulary/places/region.js';

/** How much of a region's figures a caller may see. */
export type FigureForm = 'EXACT' | 'SUPPRESSED';

/**
 * The figures of a region are for callers whose token names that region: a broker sees every number, an analyst the larger ones. Who is
 * a case owner too knows some children already and is no analyst here.
 */
export function figureForm(caller: Caller, region: Region): FigureForm | null {
  if (caller.region !== region.key) return null;
  if (hasRole(caller, 'care-broker')) return 'EXACT';
  return hasRole(caller, 'analyst') && !hasRole(caller, 'case-owner') ? 'SUPPRESSED' : null;
}
