import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../../../platform/identity/caller.js';
import { sightOf } from '../../../access/sight.rules.js';
import type { ThemeSessionRow } from '../theme-session.read-model.js';
import type { ThemeCancelReason, ThemeOutcome } from '../theme-session.vocabulary.js';

export type NewThemeSession = Pick<
  ThemeSessionRow,
  'region' | 'themeCode' | 'plannedAt' | 'minutes' | 'hostOrganisationId'
>;

/** A session that nobody else changes before this transaction ends. */
export type LockedSession = Pick<ThemeSessionRow, 'version' | 'state' | 'plannedAt'>;

/** Writes sessions of theme tables. */
export function themeSessionStore(db: EntityManager) {
  return {
    async add({ region, themeCode, plannedAt, minutes, hostOrganisationId }: NewThemeSession): Promise<string> {
      const rows: { id: string }[] = await db.query(
        `insert into theme_session (region, theme_code, planned_at, minutes, host_organisation_id) values ($1, $2, $3, $4, $5) returning id`,
        [region, themeCode, plannedAt, minutes, hostOrganisationId],
      );
      return rows[0]?.id ?? '';
    },

    /** The session for a broker of its region, locked; null for others. */
    async lock(caller: Caller, id: string): Promise<LockedSession | null> {
      const rows: LockedSession[] = await db.query(
        `select version, state, planned_at as "plannedAt" from theme_session where id = $1 and region = $2 for no key update`,
        [id, sightOf(caller).region],
      );
      return rows[0] ?? null;
    },

    async record(id: string, outcomes: readonly ThemeOutcome[], summary: string | null): Promise<void> {
      await db.query(
        `update theme_session set version = version + 1, state = 'HELD', outcomes = $2, summary = $3 where id = $1`,
        [id, outcomes, summary],
      );
    },

    /** Its participants are free again. */
    async cancel(id: string, reason: ThemeCancelReason): Promise<void> {
      await db.query(
        `update theme_session set version = version + 1, state = 'CANCELLED', cancel_reason = $2 where id = $1`,
        [id, reason],
      );
      await db.query('update theme_participant set takes_time = false where session_id = $1', [id]);
    },
  };
}

export type ThemeSessionStore = ReturnType<typeof themeSessionStore>;
