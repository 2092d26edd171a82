import { createHash } from 'node:crypto';
import { HubError } from '../../../../platform/errors/errors.js';
import { ladderPosition } from '../../../../vocabulary/ladder.js';
import { needFault } from '../../../../vocabulary/need-faults.js';
import type { NeedFields } from '../../../../vocabulary/need.js';

/** Checks what types cannot: bounds, steps and existing municipalities. Throws BAD_USER_INPUT or UNKNOWN_MUNICIPALITY. */
export function checkNeed(need: NeedFields): void {
  const fault = needFault(need);
  if (fault === null) return;
  const field = `need.${fault.field}`;
  if (fault.expected === undefined) throw new HubError('UNKNOWN_MUNICIPALITY', { field });
  throw new HubError('BAD_USER_INPUT', { field, expected: fault.expected });
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
