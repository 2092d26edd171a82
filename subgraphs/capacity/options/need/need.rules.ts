import { createHash } from 'node:crypto';
import { HubError } from '../../../../platform/errors/errors.js';
import { ladderPosition } from '../../../../vocabulary/ladder.js';
import { isMunicipality } from '../../../../vocabulary/municipality.js';
import type { NeedFields } from '../../../../vocabulary/need.js';

const longestList = 50;

function refuse(field: string, expected: string): never {
  throw new HubError('BAD_USER_INPUT', { field: `need.${field}`, expected });
}

function checkWhole(field: string, value: number | null, min: number, max: number): void {
  if (value !== null && (!Number.isInteger(value) || value < min || value > max)) refuse(field, `${min}..${max}`);
}

function checkDay(field: string, day: string | null): void {
  if (day !== null && (day < '2000-01-01' || day > '2100-12-31')) refuse(field, '2000-01-01..2100-12-31');
}

function checkMunicipality(field: string, code: string | null): void {
  if (code !== null && !isMunicipality(code)) throw new HubError('UNKNOWN_MUNICIPALITY', { field: `need.${field}` });
}

/** Checks what types cannot: bounds, steps and existing municipalities. Throws BAD_USER_INPUT or UNKNOWN_MUNICIPALITY. */
export function checkNeed(need: NeedFields): void {
  checkWhole('birthYear', need.birthYear, 1990, 2100);
  checkWhole('durationWeeks', need.durationWeeks, 1, 1_040);
  checkWhole('childrenTogether', need.childrenTogether, 1, 12);
  checkWhole('maxDistanceKm', need.maxDistanceKm, 1, 400);
  const halves = need.hoursPerWeek === null ? 1 : need.hoursPerWeek * 2;
  if (!Number.isInteger(halves) || halves < 1 || halves > 336) refuse('hoursPerWeek', '0.5, 1, 1.5 .. 168');
  if (need.maxDistanceKm !== null && need.nearPostcode4 === null) refuse('nearPostcode4', 'maxDistanceKm');
  checkDay('startByOn', need.startByOn);
  if (need.heaviestRung === 'TAILORED') refuse('heaviestRung', 'OWN_HOME..SECURE');
  checkMunicipality('municipalityCode', need.municipalityCode);
  checkMunicipality('responsibleMunicipalityCode', need.responsibleMunicipalityCode);
  for (const [field, value] of Object.entries(need)) {
    if (Array.isArray(value) && value.length > longestList) refuse(field, `0..${longestList}`);
  }
}

const nothingAsked = {
  heaviestRung: null,
  sex: null,
  responsibleMunicipalityCode: null,
  startByOn: null,
  durationWeeks: null,
  hoursPerWeek: null,
  nearPostcode4: null,
  schoolPostcode4: null,
  maxDistanceKm: null,
} as const satisfies Partial<NeedFields>;

/** A need in which every value that was not given is null. */
export function completeNeed(given: NeedFields): NeedFields {
  const values = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...nothingAsked, ...(Object.fromEntries(values) as unknown as NeedFields) };
}

/** A need as the SQL of the ranking reads it: the columns of its `need` record. */
export function toNeedRecord(need: NeedFields): Record<string, unknown> {
  return {
    rungs: need.rungs,
    heaviest_position: need.heaviestRung === null ? null : ladderPosition(need.heaviestRung),
    birth_year: need.birthYear,
    sex: need.sex,
    paying_municipality: need.responsibleMunicipalityCode ?? need.municipalityCode,
    start_by_on: need.startByOn,
    hours_per_week: need.hoursPerWeek,
    time_windows: need.timeWindows,
    children_together: need.childrenTogether,
    near_postcode4: need.nearPostcode4,
    school_postcode4: need.schoolPostcode4,
    max_distance_km: need.maxDistanceKm,
    characteristics: need.characteristics,
    legal_frameworks: need.legalFrameworks,
    contracted_only: need.contractedOnly,
  };
}

/** A short mark of a need, so that a cursor of one search is not taken for another's. */
export function needMark(need: NeedFields): string {
  const record = { ...toNeedRecord(need), municipality_code: need.municipalityCode };
  return createHash('sha256').update(JSON.stringify(record)).digest('base64url').slice(0, 12);
}
