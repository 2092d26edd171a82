import type { EntityManager } from 'typeorm';
import { violatedConstraint } from '../../../../../platform/database/transaction.js';
import { HubError } from '../../../../../platform/errors/errors.js';

/** Who is asked to come. */
export interface Seats {
  readonly participantIds: readonly string[];
  readonly organisationIds: readonly string[];
}

/** Of a session `t`. */
const during = 'tstzrange(t.planned_at, t.planned_at + make_interval(mins => t.minutes))';
const day = `(t.planned_at at time zone 'Europe/Amsterdam')::date`;

/** Writes who sits in sessions of theme tables. */
export function themeSeatsStore(db: EntityManager) {
  return {
    /** How many of these organisations there are. */
    async countOrganisations(ids: readonly string[]): Promise<number> {
      const rows: { count: number }[] = await db.query(
        'select count(*)::integer as count from organisation where id = any($1)',
        [ids],
      );
      return rows[0]?.count ?? 0;
    },

    /**
     * Takes hold of professionals, in one order: who plans with them at the same moment waits. Whom the caller may find, and whether each
     * is at work on the day of the session.
     */
    async lockPeople(sessionId: string, ids: readonly string[]): Promise<{ isThere: boolean }[]> {
      await db.query(
        `select pg_advisory_xact_lock(hashtextextended('people.sessions/' || id, 0)) from unnest($1::uuid[]) as asked (id) order by id`,
        [ids],
      );
      return db.query(
        `select is_there(p.id, ${day}, ${day}) as "isThere" from theme_session t, professional p
         where t.id = $1 and p.id = any($2)`,
        [sessionId, ids],
      );
    },

    /** Throws PARTICIPANT_NOT_FREE when somebody sits elsewhere at that moment. */
    async seat(sessionId: string, { participantIds, organisationIds }: Seats): Promise<void> {
      try {
        await db.query(
          `insert into theme_participant (session_id, organisation_id, professional_id, role, during)
           select t.id, s.organisation_id, s.professional_id, s.role, ${during} from theme_session t, (
             select p.organisation_id, p.id as professional_id, p.job_title as role from professional p where p.id = any($2)
             union all select o.id, null, null from organisation o where o.id = any($3)) s
           where t.id = $1`,
          [sessionId, participantIds, organisationIds],
        );
      } catch (error) {
        throw violatedConstraint(error) === 'never_in_two_places' ? new HubError('PARTICIPANT_NOT_FREE') : error;
      }
    },
  };
}

export type ThemeSeatsStore = ReturnType<typeof themeSeatsStore>;
