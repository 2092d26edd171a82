import { isUuid } from '../../../../platform/input/identifiers.js';
import { knownMunicipality } from '../../lists/known-municipality.js';
import { agesOf } from '../../../../vocabulary/age-band.js';
import type { CaseFilter } from './case-filter.type.js';

/** A filter as the read model takes it: age bands have become ages, the number is written as it is kept. */
export type CaseSelection = Omit<CaseFilter, 'ageBands'> & { ages?: readonly number[] | undefined };

const numberForm = /^[A-Z][A-Z0-9]*-[0-9]{2}-[0-9]{4,}$/;

/** What a filter selects; null when nothing can fit it. Throws UNKNOWN_MUNICIPALITY. */
export function caseSelection(filter: CaseFilter | null): CaseSelection | null {
  if (filter === null) return {};
  const { ageBands, ...rest } = filter;
  const number = filter.number?.trim().toUpperCase() ?? null;
  knownMunicipality('municipalityCode', rest.municipalityCode);
  if (rest.ownerOrganisationId != null && !isUuid(rest.ownerOrganisationId)) return null;
  if (number !== null && !numberForm.test(number)) return null;
  return { ...rest, number, ages: ageBands?.flatMap(agesOf) };
}
