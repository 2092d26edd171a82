import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../../platform/identity/caller.js';
import { sightOf } from '../../access/sight.rules.js';
import { writeBooking } from '../booking/last-word.js';
import type { DeploymentEndReason } from '../deployment.vocabulary.js';

/** A deployment that nobody else can change before this transaction ends. */
export interface LockedDeployment {
  readonly id: string;
  readonly teamId: string;
  readonly version: number;
  readonly fromOn: string;
  readonly toOn: string;
  readonly endedOn: string | null;
  readonly today: string;
}

/**
 * Takes hold of the hours of both at once, in the order in which whoever books takes them (`never_over_hours`): the triggers of a swap would take those of who
 * leaves and of who joins one after the other, and it would wait for a booking that waits for it.
 */
const hoursOfBoth = `
  select pg_advisory_xact_lock(hashtextextended('people.hours/' || p.id, 0)) from (select id from unnest($1::uuid[]) as asked (id) order by id) p`;

/** Writes what becomes of deployments. */
export function deploymentStepsStore(db: EntityManager) {
  return {
    /** The deployment for who may change it, locked; null where there is none. */
    async lock(caller: Caller, id: string): Promise<LockedDeployment | null> {
      const rows: LockedDeployment[] = await db.query(
        `select d.id, d.team_id as "teamId", d.version, d.from_on as "fromOn", d.to_on as "toOn", d.ended_on as "endedOn", today() as today
         from deployment d where d.id = $1 and exists (
           select from deployment_case k join case_projection c on c.id = k.case_id where k.deployment_id = d.id and c.region = $2)
         for update of d`,
        [id, sightOf(caller).region],
      );
      return rows[0] ?? null;
    },

    async end(id: string, endedOn: string, reason: DeploymentEndReason): Promise<void> {
      await writeBooking(
        db,
        `with ended as (
           update deployment set ended_on = $2, end_reason = $3, ended_at = hub_now(), version = version + 1 where id = $1 returning id
         )
         update deployment_hours h set to_on = greatest($2, h.from_on - 1) from ended where h.deployment_id = ended.id and h.to_on > $2`,
        [id, endedOn, reason],
      );
    },

    /** Whoever goes until the last day goes on. */
    async extend(id: string, toOn: string): Promise<void> {
      await writeBooking(
        db,
        `with extended as (
           update deployment d set to_on = $2, version = d.version + 1 from deployment before where d.id = $1 and before.id = d.id
           returning d.id, before.to_on as former
         )
         update deployment_hours h set to_on = $2 from extended e where h.deployment_id = e.id and h.to_on = e.former`,
        [id, toOn],
      );
    },

    /** Whether somebody goes on a day. */
    async goes(id: string, professionalId: string, on: string): Promise<boolean> {
      const rows: unknown[] = await db.query(
        'select 1 from deployment_hours where deployment_id = $1 and professional_id = $2 and $3 between from_on and to_on',
        [id, professionalId, on],
      );
      return rows.length > 0;
    },

    /** The hours of one become those of another from a day on. */
    async swap(id: string, leavingId: string, joiningId: string, fromOn: string): Promise<void> {
      await db.query(hoursOfBoth, [[leavingId, joiningId]]);
      await writeBooking(
        db,
        `with changed as (
           update deployment set version = version + 1 where id = $1 returning id
         ), leaving as (
           update deployment_hours h set to_on = $4::date - 1 from deployment_hours before, changed
           where h.deployment_id = changed.id and h.professional_id = $2 and $4 between h.from_on and h.to_on
             and (before.deployment_id, before.professional_id, before.time_window, before.from_on) = (h.deployment_id, h.professional_id, h.time_window, h.from_on)
           returning before.*
         )
         insert into deployment_hours (deployment_id, professional_id, time_window, hours_per_week, from_on, to_on)
         select deployment_id, $3, time_window, hours_per_week, $4, to_on from leaving`,
        [id, leavingId, joiningId, fromOn],
      );
    },
  };
}

export type DeploymentStepsStore = ReturnType<typeof deploymentStepsStore>;
