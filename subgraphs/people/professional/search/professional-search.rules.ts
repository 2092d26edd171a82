import { HubError } from '../../../../platform/errors/errors.js';
import { defineEnum } from '../../../../vocabulary/define-enum.js';
import { TimeWindow } from '../../../../vocabulary/child.js';
import { assertHours } from '../../availability/hours.rules.js';
import { ExpertiseLevel } from '../../expertise/expertise.vocabulary.js';
import { narrowingDay, narrowingMunicipality, searchText } from '../../lists/search.rules.js';
import type { ProfessionalSearchInput } from './professional-search.input.js';
import type { FoundProfessional, ProfessionalSearch } from './professional-search.read-model.js';

/** Why a professional stands where they stand, in the order in which the points count. */
export const ProfessionalReasonCode = defineEnum(
  'ProfessionalReasonCode',
  'A reason for the place of a professional: an ordering, no judgement of people.',
  {
    TEXT_FOUND: 'Functie, naam of deskundigheid is wat u zoekt.',
    TEXT_SIMILAR: 'Functie of naam lijkt op wat u zoekt.',
    SPECIALIST: 'Is specialist in wat u vraagt.',
    EXPERTISE: 'Is thuis in wat u vraagt.',
    EXPERIENCE: 'Heeft zelf meegemaakt waar het om gaat.',
    LANGUAGE: 'Spreekt de taal van het gezin.',
    HOURS_FREE: 'Heeft in deze periode genoeg uren vrij.',
    NOT_CONFIRMED: 'Is al lang niet of nooit bevestigd: bel eerst.',
  },
);
export type ProfessionalReasonCode = (typeof ProfessionalReasonCode.codes)[number];

const longestText = 100;
const mostWeeks = 104;
const usualWeeks = 12;
const most = 50;

/** A search as the read model asks it. Throws UNKNOWN_MUNICIPALITY and BAD_USER_INPUT. */
export function toProfessionalSearch(
  input: ProfessionalSearchInput,
  first: number,
  agingDays: number,
): ProfessionalSearch {
  const { weeks = null, hoursPerWeek = null, timeWindows = null } = input;
  if (hoursPerWeek !== null) assertHours('search.hoursPerWeek', hoursPerWeek);
  within('search.weeks', weeks ?? usualWeeks, mostWeeks);
  within('first', first, most);
  const expertise = input.expertise.map(({ code, minimumLevel }) => ({
    ...{ code, least: ExpertiseLevel.codes.indexOf(minimumLevel) + 1 },
  }));
  if (new Set(expertise.map(({ code }) => code)).size < expertise.length)
    throw new HubError('BAD_USER_INPUT', { field: 'search.expertise', expected: 'each code once' });
  return {
    ...{ expertise, hoursPerWeek, first, agingDays, text: soughtText(input.text ?? null) },
    municipalityCode: narrowingMunicipality(input.municipalityCode) ?? '',
    experience: [...new Set(input.experience)],
    language: input.language ?? null,
    timeWindows: timeWindows && timeWindows.length > 0 ? [...new Set(timeWindows)] : TimeWindow.codes,
    fromOn: narrowingDay(input.fromOn, 'search.fromOn'),
    weeks: weeks ?? usualWeeks,
  };
}

/** What the place of a professional rests on. */
export interface ProfessionalFit extends Pick<FoundProfessional, 'fits' | 'isSpecialist' | 'isRecent' | 'freeHours'> {
  readonly hasExpertise: boolean;
  readonly hasExperience: boolean;
  readonly speaksLanguage: boolean;
}

/** The reasons for one professional: codes, and the Dutch sentences that a broker reads. */
export function reasonsFor(fit: ProfessionalFit): { code: ProfessionalReasonCode; text: string }[] {
  const holds: Readonly<Record<ProfessionalReasonCode, boolean>> = {
    TEXT_FOUND: fit.fits === 2,
    TEXT_SIMILAR: fit.fits === 1,
    SPECIALIST: fit.isSpecialist,
    EXPERTISE: fit.hasExpertise && !fit.isSpecialist,
    EXPERIENCE: fit.hasExperience,
    LANGUAGE: fit.speaksLanguage,
    HOURS_FREE: fit.freeHours !== null,
    NOT_CONFIRMED: !fit.isRecent,
  };
  return ProfessionalReasonCode.codes
    .filter((code) => holds[code])
    .map((code) => ({ code, text: ProfessionalReasonCode.dutch[code] }));
}

function soughtText(text: string | null): string | null {
  const sought = searchText(text?.trim() ?? '');
  if (sought.length > longestText)
    throw new HubError('BAD_USER_INPUT', { field: 'search.text', expected: `0–${longestText}` });
  return sought === '' ? null : sought;
}

function within(field: string, value: number, largest: number): void {
  if (value < 1 || value > largest) throw new HubError('BAD_USER_INPUT', { field, expected: `1–${largest}` });
}
