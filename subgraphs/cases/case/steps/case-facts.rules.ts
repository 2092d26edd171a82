import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { remark } from '../../../../platform/input/free-text.js';
import { knownMunicipality } from '../../lists/known-municipality.js';
import { withoutRepeats } from '../../lists/without-repeats.js';
import type { CaseRow } from '../case.entity.js';

/** What a case says of a child and its family, apart from where it is. */
export type CaseFacts = Pick<CaseRow, FactName>;

export const factNames = [
  ...['birthYear', 'municipalityCode', 'responsibleMunicipalityCode', 'ownReference', 'languages'],
  ...['legalFrameworks', 'measures', 'outOfHomeAuthorisation', 'currentRung', 'isThreatenedOutOfHome'],
  ...['problemDomains', 'isRestricted', 'schoolKind', 'processDirectorId'],
] as const;
type FactName = (typeof factNames)[number];

/** Facts as they were sent; null empties some, and says nothing of the others. */
export type GivenFacts = { readonly [K in FactName]?: CaseFacts[K] | null | undefined };
const emptiable: readonly FactName[] = ['ownReference', 'outOfHomeAuthorisation', 'schoolKind', 'processDirectorId'];

const longestList = 50;
const longestReference = 100;
const [firstYear, lastYear] = [1990, 2100];

/**
 * Facts with what was given in their place, seen to be whole. A reference that was not given stays as it is: whoever changes another fact
 * need not even see it. Throws BAD_USER_INPUT, UNKNOWN_MUNICIPALITY or what `remark` throws.
 */
export function withGiven(facts: CaseFacts, given: GivenFacts): CaseFacts {
  const told = factNames.filter(
    (name) => given[name] !== undefined && (given[name] !== null || emptiable.includes(name)),
  );
  const changed = {
    ...facts,
    ...Object.fromEntries(told.map((name) => [name, withoutRepeats(given[name])])),
  };
  if (!told.includes('ownReference')) return checked(changed);
  return { ...checked(changed), ownReference: remark('ownReference', changed.ownReference, longestReference) };
}

function checked(facts: CaseFacts): CaseFacts {
  if (!Number.isInteger(facts.birthYear) || facts.birthYear < firstYear || facts.birthYear > lastYear)
    throw new HubError('BAD_USER_INPUT', { field: 'birthYear', expected: `${firstYear}..${lastYear}` });
  knownMunicipality('municipalityCode', facts.municipalityCode);
  knownMunicipality('responsibleMunicipalityCode', facts.responsibleMunicipalityCode);
  if (facts.processDirectorId !== null && !isUuid(facts.processDirectorId))
    throw new HubError('BAD_USER_INPUT', { field: 'processDirectorId', expected: 'UUID' });
  if (facts.languages.length > longestList)
    throw new HubError('BAD_USER_INPUT', { field: 'languages', expected: `0..${longestList}` });
  return facts;
}

/** The names of the facts that differ. */
export function changedFacts(before: CaseFacts, after: CaseFacts): FactName[] {
  return factNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
