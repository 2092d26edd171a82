import type { EntityManager } from 'typeorm';
import { groupBy, mapBy } from '../../../../platform/database/loaders.js';
import { hasRole, type Caller } from '../../../../platform/identity/caller.js';
import type { PageRequest } from '../../../../platform/paging/pages.js';
import { findRegion } from '../../../../vocabulary/places/region.js';
import { sightOf } from '../../access/sight.rules.js';
import type { ThemeCancelReason, ThemeOutcome, ThemeSessionState } from './theme-session.vocabulary.js';

/** A session as it stands. */
export interface ThemeSessionRow {
  readonly id: string;
  readonly version: number;
  readonly region: string;
  readonly themeCode: string;
  readonly plannedAt: Date;
  readonly minutes: number;
  readonly hostOrganisationId: string | null;
  readonly state: ThemeSessionState;
  readonly outcomes: ThemeOutcome[];
  readonly summary: string | null;
  readonly cancelReason: ThemeCancelReason | null;
}

/** Who sits in a session: a professional with a function, or somebody of an organisation. */
export interface ThemeParticipantRow {
  readonly sessionId: string;
  readonly organisationId: string;
  readonly professionalId: string | null;
  readonly role: string | null;
}

/** Which sessions to list; what is null does not narrow. */
export interface ThemeSessionSelection {
  readonly themeCodes: readonly string[] | null;
  readonly states: readonly ThemeSessionState[] | null;
}

const columns = `t.id, t.version, t.region, t.theme_code as "themeCode", t.planned_at as "plannedAt", t.minutes,
  t.host_organisation_id as "hostOrganisationId", t.state, t.outcomes, t.summary, t.cancel_reason as "cancelReason"`;
/** $1 is the region of who works there, $2 the organisation of a planner. */
const seen = '(t.region = $1 or seats_own(t.id, $2))';
const day = `(t.planned_at at time zone 'Europe/Amsterdam')::date`;
/** Who left is in no session to come, and stays in those that were held before. */
const isThere = `(p.professional_id is null
  or was_present(p.professional_id, case when t.state = 'HELD' then ${day} else greatest(${day}, today()) end))`;

function sightOfSessions(caller: Caller): readonly unknown[] {
  const isOfRegion = hasRole(caller, 'care-broker', 'case-owner', 'ret-member') && caller.region !== null;
  return [
    isOfRegion ? (findRegion(caller.region)?.key ?? null) : null,
    hasRole(caller, 'provider-planner') ? sightOf(caller).providerId : null,
  ];
}

/** Reads the sessions of a region for who works there, and for a planner those in which own people sit. */
export function themeSessionReadModel(db: EntityManager) {
  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, ThemeSessionRow>> {
      const sql = `select ${columns} from theme_session t where ${seen} and t.id = any($3)`;
      return mapBy(await db.query<ThemeSessionRow[]>(sql, [...sightOfSessions(caller), ids]), ({ id }) => id);
    },

    /** One page, the latest first. */
    findPage(
      caller: Caller,
      { themeCodes, states }: ThemeSessionSelection,
      page: PageRequest,
    ): Promise<ThemeSessionRow[]> {
      return db.query(
        `select ${columns} from theme_session t where ${seen} and ($3::text[] is null or t.theme_code = any($3))
           and ($4::text[] is null or t.state = any($4)) and ($5::timestamptz is null or (t.planned_at, t.id) < ($5, $6::uuid))
         order by t.planned_at desc, t.id desc limit $7`,
        [
          ...[...sightOfSessions(caller), themeCodes, states],
          ...[page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
        ],
      );
    },

    /** Who sits in each session, by function; whom a session only knows by the organisation stands last. */
    async findParticipants(caller: Caller, ids: readonly string[]): Promise<Map<string, ThemeParticipantRow[]>> {
      const rows: ThemeParticipantRow[] = await db.query(
        `select p.session_id as "sessionId", p.organisation_id as "organisationId", p.professional_id as "professionalId", p.role
         from theme_participant p join theme_session t on t.id = p.session_id where ${seen} and p.session_id = any($3) and ${isThere}
         order by p.role collate "C", p.professional_id, p.organisation_id`,
        [...sightOfSessions(caller), ids],
      );
      return groupBy(rows, ({ sessionId }) => sessionId);
    },
  };
}

export type ThemeSessionReadModel = ReturnType<typeof themeSessionReadModel>;

/** The sort values of a session in the list above. */
export function sessionSortValues({ plannedAt, id }: ThemeSessionRow): readonly string[] {
  return [plannedAt.toISOString(), id];
}
