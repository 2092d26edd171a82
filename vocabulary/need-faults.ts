import { isMunicipality } from './places/municipality.js';
import type { NeedFields } from './need.js';

/** What a need says that cannot be: the field, and what is expected there; nothing expected means a municipality that does not exist. */
export interface NeedFault {
  readonly field: keyof NeedFields;
  readonly expected?: string;
}

const longestList = 50;
const wholes: readonly (readonly [
  'birthYear' | 'durationWeeks' | 'childrenTogether' | 'maxDistanceKm',
  number,
  number,
])[] = [
  ['birthYear', 1990, 2100],
  ['durationWeeks', 1, 1_040],
  ['childrenTogether', 1, 12],
  ['maxDistanceKm', 1, 400],
];

/**
 * The first thing in a need that types cannot hold: bounds, steps and existing municipalities; null when there is none. A distance is
 * measured from home, be it that whoever asks may not know where that is.
 */
export function needFault(need: NeedFields, isHomeHidden = false): NeedFault | null {
  return outOfBounds(need) ?? contradiction(need, isHomeHidden) ?? unknownMunicipality(need) ?? tooLong(need);
}

function outOfBounds(need: NeedFields): NeedFault | null {
  for (const [field, min, max] of wholes) {
    const value = need[field];
    if (value !== null && (!Number.isInteger(value) || value < min || value > max))
      return { field, expected: `${min}..${max}` };
  }
  const halves = need.hoursPerWeek === null ? 1 : need.hoursPerWeek * 2;
  if (!Number.isInteger(halves) || halves < 1 || halves > 336)
    return { field: 'hoursPerWeek', expected: '0.5, 1, 1.5 .. 168' };
  const day = need.startByOn;
  if (day !== null && (day < '2000-01-01' || day > '2100-12-31'))
    return { field: 'startByOn', expected: '2000-01-01..2100-12-31' };
  return null;
}

function contradiction(need: NeedFields, isHomeHidden: boolean): NeedFault | null {
  const { maxDistanceKm, nearPostcode4, heaviestRung } = need;
  if (maxDistanceKm !== null && nearPostcode4 === null && !isHomeHidden)
    return { field: 'nearPostcode4', expected: 'maxDistanceKm' };
  return heaviestRung === 'TAILORED' ? { field: 'heaviestRung', expected: 'OWN_HOME..SECURE' } : null;
}

function unknownMunicipality(need: NeedFields): NeedFault | null {
  for (const field of ['municipalityCode', 'responsibleMunicipalityCode'] as const) {
    const code = need[field];
    if (code !== null && !isMunicipality(code)) return { field };
  }
  return null;
}

function tooLong(need: NeedFields): NeedFault | null {
  const long = Object.entries(need).find(([, value]) => Array.isArray(value) && value.length > longestList);
  return long ? { field: long[0] as keyof NeedFields, expected: `0..${longestList}` } : null;
}
