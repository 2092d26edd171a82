import type { EntityManager } from 'typeorm';
import { LadderRung } from '../../../vocabulary/ladder.js';
import type { NeedFields } from '../../../vocabulary/need.js';
import { toAvailability, type AvailabilityColumns } from '../availability/availability.read-model.js';
import type { Availability } from '../availability/availability.type.js';
import type { TermTable } from '../availability/freshness.rules.js';
import type { ExclusionCode } from './reasons/criteria.rules.js';
import { toNeedRecord } from './need/need.rules.js';
import type { OptionCursor } from './option-cursor.js';
import { searchStatement } from './options.sql.js';
import type { MissedRung } from './unmet/unmet.rules.js';

/** What the search found out about one option: the grounds of its place in the order. */
export interface OptionFacts {
  readonly offerId: string;
  readonly rank: number;
  readonly isContracted: boolean;
  readonly startsInTime: boolean;
  readonly availableFromOn: string | null;
  readonly areHoursMet: boolean;
  readonly areWindowsMet: boolean;
  readonly distanceToHomeKm: number | null;
  readonly distanceToSchoolKm: number | null;
  readonly lastHeldAt: Date | null;
  readonly availability: Availability;
  readonly sortKey: readonly string[];
}

export interface SearchResult {
  /** Instant of evaluation in UTC, to the microsecond. */
  readonly evaluatedAt: string;
  /** Whether that instant has yet to come: then the cursor was made up. */
  readonly isAhead: boolean;
  /** Whether the postcode areas of home and school exist, where the need names them. */
  readonly isHomeKnown: boolean;
  readonly isSchoolKnown: boolean;
  readonly offersConsidered: number;
  readonly organisationsConsidered: number;
  readonly optionsFound: number;
  readonly options: readonly OptionFacts[];
  readonly excluded: readonly { code: ExclusionCode; offerCount: number; offerIds: readonly string[] }[];
  readonly missing: readonly { organisationId: string; lastReportAt: Date | null; hasStale: boolean }[];
  /** The day of evaluation in the Netherlands. */
  readonly searchedOn: string;
  /** Of a first page, the rungs without any option. */
  readonly unmet: readonly MissedRung[];
}

interface OptionColumns extends AvailabilityColumns {
  id: string;
  rank: number;
  is_contracted: boolean;
  starts_in_time: boolean;
  available_from_on: string | null;
  are_hours_met: boolean;
  are_windows_met: boolean;
  to_home: number | null;
  to_school: number | null;
  last_held_at: string | null;
  key_contract: number;
  key_rung: number;
  key_start: number;
  key_freshness: number;
  key_delivery: number;
  key_home: number;
  key_school: number;
  key_held: string;
}

interface SearchColumns {
  evaluated_at: string;
  is_ahead: boolean;
  is_home_known: boolean;
  is_school_known: boolean;
  offers_considered: number;
  organisations_considered: number;
  options_found: number;
  options: OptionColumns[];
  excluded: { code: ExclusionCode; offer_count: number; offer_ids: string[] }[];
  missing: { organisation_id: string; last_report_at: string | null; has_stale: boolean }[];
  searched_on: string;
  unmet: MissedRung[];
}

/** Considers, excludes and orders every offer that serves the municipality of a need: one SQL statement. */
export function optionsReadModel(db: EntityManager, terms: TermTable) {
  return {
    async search(need: NeedFields, cursor: OptionCursor | null, limit: number): Promise<SearchResult> {
      const [row]: SearchColumns[] = await db.query(searchStatement, [
        need.municipalityCode,
        JSON.stringify(toNeedRecord(need)),
        JSON.stringify(terms),
        LadderRung.codes,
        cursor?.evaluatedAt ?? null,
        cursor && JSON.stringify(cursor),
        limit,
      ]);
      if (!row) throw new Error('the search statement gives one row');
      return toSearchResult(row);
    },
  };
}

export type OptionsReadModel = ReturnType<typeof optionsReadModel>;

function toSearchResult(row: SearchColumns): SearchResult {
  return {
    evaluatedAt: row.evaluated_at,
    isAhead: row.is_ahead,
    isHomeKnown: row.is_home_known,
    isSchoolKnown: row.is_school_known,
    offersConsidered: row.offers_considered,
    organisationsConsidered: row.organisations_considered,
    optionsFound: row.options_found,
    options: row.options.map(toFacts),
    excluded: row.excluded.map(({ code, offer_count, offer_ids }) => ({
      code,
      offerCount: offer_count,
      offerIds: offer_ids,
    })),
    missing: row.missing.map(({ organisation_id, last_report_at, has_stale }) => ({
      organisationId: organisation_id,
      lastReportAt: instant(last_report_at),
      hasStale: has_stale,
    })),
    searchedOn: row.searched_on,
    unmet: row.unmet,
  };
}

function toFacts(row: OptionColumns): OptionFacts {
  return {
    offerId: row.id,
    rank: row.rank,
    isContracted: row.is_contracted,
    startsInTime: row.starts_in_time,
    availableFromOn: row.available_from_on,
    areHoursMet: row.are_hours_met,
    areWindowsMet: row.are_windows_met,
    distanceToHomeKm: row.to_home,
    distanceToSchoolKm: row.to_school,
    lastHeldAt: instant(row.last_held_at),
    availability: toAvailability(row),
    sortKey: [
      ...[
        row.key_contract,
        row.key_rung,
        row.key_start,
        row.key_freshness,
        row.key_delivery,
        row.key_home,
        row.key_school,
      ].map(String),
      row.key_held,
      row.id,
    ],
  };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
