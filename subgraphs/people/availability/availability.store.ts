import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../platform/database/loaders.js';
import type { HoursOf } from './hours.rules.js';

interface WindowRow extends HoursOf {
  readonly professionalId: string;
  readonly fromOn: string;
  readonly toOn: string | null;
}

interface AbsenceRow {
  readonly professionalId: string;
  readonly fromOn: string;
  readonly toOn: string;
}

/** Keeps when professionals can be asked. Whose rows these are row level security decides: those of professionals whom the caller sees. */
export function availabilityStore(db: EntityManager) {
  return {
    /** The windows of each professional that hold now or later, by part of the week and day. */
    async findByProfessionals(ids: readonly string[]): Promise<Map<string, WindowRow[]>> {
      const rows: WindowRow[] = await db.query(
        `select w.professional_id as "professionalId", w.time_window as "timeWindow", w.hours_per_week as "hoursPerWeek", w.from_on as "fromOn",
           w.to_on as "toOn"
         from availability_window w where w.professional_id = any($1) and (w.to_on is null or w.to_on >= today()) order by w.time_window, w.from_on`,
        [ids],
      );
      return groupBy(rows, ({ professionalId }) => professionalId);
    },

    /** The absences of each professional of the organisation that are not over, by day. */
    async findAbsences(organisationId: string, ids: readonly string[]): Promise<Map<string, AbsenceRow[]>> {
      const rows: AbsenceRow[] = await db.query(
        `select a.professional_id as "professionalId", a.from_on as "fromOn", a.to_on as "toOn"
         from absence a join professional p on p.id = a.professional_id and p.organisation_id = $1
         where a.professional_id = any($2) and a.to_on >= today() order by a.from_on`,
        [organisationId, ids],
      );
      return groupBy(rows, ({ professionalId }) => professionalId);
    },

    /** Takes hold of a professional of the organisation, so that what is set is set one after the other; gives today, or null for who is not of it. */
    async lockOwn(organisationId: string, id: string): Promise<string | null> {
      const rows: { today: string }[] = await db.query(
        `select today() as today from professional p where p.id = $2 and p.organisation_id = $1 and (p.left_on is null or p.left_on > today())
           and pg_advisory_xact_lock(hashtextextended('people.availability/' || p.id, 0)) is not null`,
        [organisationId, id],
      );
      return rows[0]?.today ?? null;
    },

    /** What held before ends the day before. */
    async replaceFrom(id: string, fromOn: string, windows: readonly HoursOf[]): Promise<void> {
      await db.query('delete from availability_window where professional_id = $1 and from_on >= $2', [id, fromOn]);
      await db.query(
        `update availability_window set to_on = $2::date - 1 where professional_id = $1 and (to_on is null or to_on >= $2)`,
        [id, fromOn],
      );
      await db.query(
        `insert into availability_window (professional_id, time_window, hours_per_week, from_on)
         select $1, w."timeWindow", w."hoursPerWeek", $2 from jsonb_to_recordset($3::jsonb) as w ("timeWindow" text, "hoursPerWeek" numeric)`,
        [id, fromOn, JSON.stringify(windows)],
      );
    },

    /** An absence from the same day on takes the place of the one before. */
    async addAbsence(id: string, fromOn: string, toOn: string): Promise<void> {
      await db.query('delete from absence where professional_id = $1 and from_on = $2', [id, fromOn]);
      await db.query('insert into absence (professional_id, from_on, to_on) values ($1, $2, $3)', [id, fromOn, toOn]);
    },

    /** Whether there was one. */
    async removeAbsence(id: string, fromOn: string): Promise<boolean> {
      const [, count] = await db.query<[unknown, number]>(
        'delete from absence where professional_id = $1 and from_on = $2',
        [id, fromOn],
      );
      return count > 0;
    },
  };
}

export type AvailabilityStore = ReturnType<typeof availabilityStore>;
