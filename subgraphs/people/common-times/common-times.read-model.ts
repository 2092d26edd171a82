import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../platform/identity/caller.js';
import { findsEveryOrganisation } from '../access/visibility.rules.js';
import { meetingHours } from './meeting-hours.js';

/** For whom a time is sought, where, within which period and for how long. */
export interface SoughtTime {
  readonly professionalIds: readonly string[];
  readonly municipalityCode: string | null;
  readonly from: Date;
  readonly until: Date;
  readonly minutes: number;
  readonly first: number;
}

/** How far one of the sought is in the way. */
export interface FreePerson {
  readonly professionalId: string;
  readonly worksThere: boolean;
  readonly freeMoments: number;
  readonly withoutThem: number;
}

/** What was found; `known` counts those of the sought whom the caller may find. */
export interface FoundTimes {
  readonly known: number;
  readonly considered: number;
  readonly moments: readonly string[];
  readonly people: readonly FreePerson[];
}

/** Whom the caller may find, all moments with who is free then, and what follows: when all are, and who stands in the way. */
const search = `
  with asked as materialized (
    select p.id, $4::text is null or p.municipality_codes @> array[$4] as works_there from professional p
    where p.id = any($1) and (p.left_on is null or p.left_on > today()) and (p.organisation_id = $2 or (p.is_visible and $3))
  ),
  moment as materialized (
    select c.begins_at, c.free_people, cardinality(c.free_people) as free from (select array_agg(id) as ids from asked) a
    cross join lateral common_times(a.ids, $4, $5, $6, $7, $8) c
  ),
  everybody as (select count(*)::integer as known from asked),
  person as (
    select a.id as "professionalId", a.works_there as "worksThere",
      count(*) filter (where a.id = any(m.free_people)) as "freeMoments",
      count(m.begins_at) filter (where coalesce(m.free, 0) = e.known - 1 and (a.id = any(m.free_people)) is not true) as "withoutThem"
    from asked a cross join everybody e left join moment m on true group by a.id, a.works_there
  )
  select e.known, (select count(*)::integer from moment) as considered,
    (select coalesce(json_agg(c.begins_at order by c.begins_at), '[]')
     from (select m.begins_at from moment m where m.free = e.known order by 1 limit $9) c) as moments,
    (select coalesce(json_agg(p order by p."withoutThem" desc, p."freeMoments", p."professionalId"), '[]') from person p) as people
  from everybody e`;

/** Finds when professionals are free together, in one statement. */
export function commonTimesReadModel(db: EntityManager) {
  return {
    async find(caller: Caller, sought: SoughtTime): Promise<FoundTimes> {
      const { professionalIds, municipalityCode, from, until, minutes, first } = sought;
      const rows: FoundTimes[] = await db.query(search, [
        ...[professionalIds, caller.organisationId, findsEveryOrganisation(caller), municipalityCode],
        ...[from, until, minutes, JSON.stringify(meetingHours), first],
      ]);
      return rows[0] ?? { known: 0, considered: 0, moments: [], people: [] };
    },
  };
}

export type CommonTimesReadModel = ReturnType<typeof commonTimesReadModel>;
