import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../../platform/identity/caller.js';
import { sightOf } from '../../access/sight.rules.js';
import type { HoursOf } from '../../availability/hours.rules.js';
import type { DeploymentPurpose } from '../deployment.vocabulary.js';
import { writeHours } from './last-word.js';

export interface NewDeployment {
  readonly id: string;
  readonly caseId: string;
  readonly teamId: string;
  readonly professionalIds: readonly string[];
  readonly purpose: DeploymentPurpose;
  readonly hours: readonly HoursOf[];
  readonly fromOn: string;
  readonly toOn: string;
}

/** Somebody who is asked for a team through a period. */
export interface Candidate {
  readonly id: string;
  readonly isMember: boolean;
  readonly isThere: boolean;
}

/** Books duos, and says who can be booked. */
export function bookingStore(db: EntityManager) {
  return {
    /** Whether a case is open, for who may put somebody to work on it; null where there is none, or none of the caller's. */
    async findCase(caller: Caller, caseId: string): Promise<{ isOpen: boolean; region: string } | null> {
      const rows: { isOpen: boolean; region: string }[] = await db.query(
        `select status = 'OPEN' as "isOpen", region from case_projection where id = $1 and region = $2`,
        [caseId, sightOf(caller).region],
      );
      return rows[0] ?? null;
    },

    async today(): Promise<string> {
      const rows: { today: string }[] = await db.query('select today() as today');
      return rows[0]?.today ?? '';
    },

    /** Those of the asked whom the caller may find, and whether they belong to a team of duos that works through a period. */
    async findCandidates(teamId: string, ids: readonly string[], fromOn: string, toOn: string): Promise<Candidate[]> {
      return db.query(
        `select p.id, is_there(p.id, $3, $4) as "isThere", exists (
           select from team_membership m join team t on t.id = m.team_id
           where m.team_id = $1 and m.professional_id = p.id and t.kind = 'AMBULATORY_DUO' and t.valid_from_on <= $3 and coalesce(t.valid_to_on, $4) >= $4
             and m.from_on <= $3 and coalesce(m.to_on, $4) >= $4) as "isMember"
         from professional p where p.id = any($2)`,
        [teamId, ids, fromOn, toOn],
      );
    },

    /** Throws NO_HOURS_LEFT when somebody was asked meanwhile. */
    async add({ subject }: Caller, region: string, added: NewDeployment): Promise<void> {
      const { id, teamId, purpose, fromOn, toOn } = added;
      await db.query(
        'insert into deployment (id, team_id, purpose, region, from_on, to_on, placed_by) values ($1, $2, $3, $4, $5, $6, $7)',
        [id, teamId, purpose, region, fromOn, toOn, subject],
      );
      await db.query('insert into deployment_case (deployment_id, case_id) values ($1, $2)', [id, added.caseId]);
      await writeHours(
        db,
        `insert into deployment_hours (deployment_id, professional_id, time_window, hours_per_week, from_on, to_on)
         select $1, p.id, w."timeWindow", w."hoursPerWeek", $4, $5
         from unnest($2::uuid[]) as p (id), jsonb_to_recordset($3::jsonb) as w ("timeWindow" text, "hoursPerWeek" numeric)`,
        [id, added.professionalIds, JSON.stringify(added.hours), fromOn, toOn],
      );
    },
  };
}

export type BookingStore = ReturnType<typeof bookingStore>;
