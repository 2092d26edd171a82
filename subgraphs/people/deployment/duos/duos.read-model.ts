import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../../platform/database/loaders.js';
import type { TimeWindow } from '../../../../vocabulary/child.js';
import type { HoursOf } from '../../availability/hours.rules.js';
import type { ExpertiseCode } from '../../expertise/expertise.vocabulary.js';

/** Which duo is sought for one family. */
export interface DuoSearch {
  readonly municipalityCode: string;
  readonly timeWindows: readonly TimeWindow[];
  readonly hoursPerWeek: number;
  /** yyyy-mm-dd; null begins today. */
  readonly fromOn: string | null;
  readonly weeks: number;
  readonly expertise: readonly ExpertiseCode[];
  readonly languages: readonly string[];
  readonly first: number;
}

/** Two of one team who can both go. */
export interface FoundDuo {
  /** The place of its search in the list that was asked. */
  readonly search: number;
  readonly teamId: string;
  readonly professionalIds: string[];
  /** Hours a week that both have, by part of the week. */
  readonly windows: HoursOf[];
  readonly hoursPerWeek: number;
  readonly isMixed: boolean;
  readonly isComplementary: boolean;
  /** How many of the sought expertises, and of the languages, one of the two has. */
  readonly expertise: number;
  readonly languages: number;
}

/** Who can be asked, with the hours left in each part of the week: those of a team of duos that works there, through the whole period. */
const candidates = `
  select s.search, t.id as team_id, p.id, p.organisation_id, lower(p.job_title) as job, p.languages,
    array(select e.code from expertise e where e.professional_id = p.id) as expertise,
    array(select greatest(0, hours_left(p.id, w.part, s.first_on, s.last_on)) from unnest(s.windows) with ordinality as w (part, place) order by w.place) as left_over
  from sought s
  join team t on t.kind = 'AMBULATORY_DUO' and t.municipality_codes @> array[s.municipality] and t.valid_from_on <= s.first_on
    and (t.valid_to_on is null or t.valid_to_on >= s.last_on)
  join team_membership m on m.team_id = t.id and m.from_on <= s.first_on and (m.to_on is null or m.to_on >= s.last_on)
  join professional p on p.id = m.professional_id and is_there(p.id, s.first_on, s.last_on)`;

const sought = `
  select ordinality as search, "municipalityCode" as municipality, windows, hours, coalesce("fromOn", today()) as first_on,
    coalesce("fromOn", today()) + 7 * weeks - 1 as last_on, expertise, languages, "first"
  from rows from (jsonb_to_recordset($1::jsonb) as ("municipalityCode" text, windows text[], hours numeric, "fromOn" date, weeks integer, expertise text[],
    languages text[], "first" integer)) with ordinality`;

const pairs = `
  select a.search, a.team_id, a.id as one, b.id as other, a.organisation_id <> b.organisation_id as is_mixed, a.job <> b.job as is_complementary,
    cardinality(array(select unnest(s.expertise) intersect select unnest(a.expertise || b.expertise))) as expertise,
    cardinality(array(select unnest(s.languages) intersect select unnest(a.languages || b.languages))) as languages, both_left.windows, both_left.total
  from candidate a join candidate b on b.search = a.search and b.team_id = a.team_id and b.id > a.id
  join sought s on s.search = a.search
  cross join lateral (
    select jsonb_agg(jsonb_build_object('timeWindow', w.part, 'hoursPerWeek', least(w.one, w.other)) order by w.place) filter (where least(w.one, w.other) > 0) as windows,
      sum(least(w.one, w.other)) as total
    from unnest(s.windows, a.left_over, b.left_over) with ordinality as w (part, one, other, place)
  ) both_left
  where both_left.total >= s.hours`;

const search = `
  with sought as materialized (${sought}), candidate as materialized (${candidates}), pair as (${pairs}),
  ranked as (
    select p.*, row_number() over (partition by p.search order by p.is_mixed desc, p.is_complementary desc, p.expertise desc, p.languages desc,
      p.total desc, p.one, p.other) as place
    from pair p
  )
  select r.search, r.team_id as "teamId", array[r.one, r.other] as "professionalIds", r.windows, r.total as "hoursPerWeek", r.is_mixed as "isMixed",
    r.is_complementary as "isComplementary", r.expertise, r.languages
  from ranked r join sought s on s.search = r.search where r.place <= s."first" order by r.search, r.place`;

/** Seeks duos for families: one statement, however many are asked for. Whom a caller may not find goes with nobody. */
export function duosReadModel(db: EntityManager) {
  return {
    async find(searches: readonly DuoSearch[]): Promise<FoundDuo[][]> {
      const asked = searches.map(({ timeWindows, hoursPerWeek, ...sought }) => ({
        ...sought,
        windows: timeWindows,
        hours: hoursPerWeek,
      }));
      const rows: FoundDuo[] = await db.query(search, [JSON.stringify(asked)]);
      const found = groupBy(rows, (row) => String(row.search));
      return searches.map((_, index) => found.get(String(index + 1)) ?? []);
    },
  };
}

export type DuosReadModel = ReturnType<typeof duosReadModel>;
