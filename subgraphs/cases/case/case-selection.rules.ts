import { isUuid } from '../../../platform/identifiers.js';
import { knownMunicipality } from '../known-municipality.js';
import { agesOf } from './age-band.rules.js';
import type { CaseFilter } from './case-filter.type.js';

/** A filter as the read model takes it: age bands have become ages, the number is written as it is kept. */
export type CaseSelection = Omit<CaseFilter, 'ageBands'> & { ages?: readonly number[] | undefined };

/** What a filter selects; null when nothing can fit it. Throws UNKNOWN_MUNICIPALITY. */
export function caseSelection(filter: CaseFilter | null): CaseSelection | null {
  if (filter === null) return {};
  const { ageBands, number, ...rest } = filter;
  knownMunicipality('municipalityCode', rest.municipalityCode);
  if (rest.ownerOrganisationId != null && !isUuid(rest.ownerOrganisationId)) return null;
  return { ...rest, number: number?.trim().toUpperCase() ?? null, ages: ageBands?.flatMap(agesOf) };
}
