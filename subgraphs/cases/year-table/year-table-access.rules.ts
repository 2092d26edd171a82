import { hasRole, type Caller } from '../../../platform/caller.js';
import type { Region } from '../../../vocabulary/region.js';

/** How much of a region's figures a caller may see. */
export type YearTableForm = 'EXACT' | 'SUPPRESSED';

/** A broker sees every number of the own region; an analyst and a case owner see larger ones, of the region of their token if it names one. */
export function yearTableForm(caller: Caller, region: Region): YearTableForm | null {
  if (hasRole(caller, 'care-broker') && caller.region === region.key) return 'EXACT';
  const isOpen = caller.region === null || caller.region === region.key;
  return hasRole(caller, 'analyst', 'case-owner') && isOpen ? 'SUPPRESSED' : null;
}
