import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Search1700000000051 } from './0051-search.js';

const seekers = `'care-broker', 'case-owner', 'ret-member'`;
const words = (row: string): string => `to_tsvector('dutch', ${row}job_title || ' ' || ${row}name)`;
const letters = (row: string): string => `lower(${row}job_title || ' ' || ${row}name)`;

/** Each way to fit a text reads the index by itself; whose expertise is called so is looked up among those who work there. */
const matched = `
  select p.id, 0 as how from professional p where wanted is null and p.municipality_codes @> place
  union all
  select p.id, 2 from professional p where p.municipality_codes @> place and ${words('p.')} @@ query
  union all
  select p.id, 2 from professional p where cardinality(called) > 0 and p.municipality_codes @> place
    and (select true from expertise e where e.professional_id = p.id and e.code = any(called) limit 1)
  union all
  select p.id, 1 from professional p where p.municipality_codes @> place and wanted <% ${letters('p.')}`;

const known = `
  select count(*) as found, coalesce(sum(l.depth), 0)::integer as depth, coalesce(bool_or(l.depth = 3), false) as is_specialist
  from jsonb_to_recordset(sought -> 'expertise') as w (code text, least integer)
  join expertise e on e.professional_id = p.id and e.code = w.code
  cross join lateral (select array_position(array['BASIC','EXPERIENCED','SPECIALIST'], e.level) as depth) l
  where l.depth >= w.least`;

const offered = `
  select sum(w.hours_per_week) from availability_window w where w.professional_id = p.id and w.time_window = any(parts)
    and w.from_on <= first_on and (w.to_on is null or w.to_on >= first_on)`;

const ranked = `
  with matched as materialized (${matched}), best as materialized (select m.id, max(m.how) as how from matched m group by m.id)
  select p.id, b.how, k.depth, k.is_specialist, coalesce(p.confirmed_at > hub_now() - make_interval(days => (sought ->> 'agingDays')::integer), false) as is_recent
  from best b join professional p on p.id = b.id cross join lateral (${known}) k
  where (p.left_on is null or p.left_on > today()) and (p.organisation_id = own or (p.is_visible and is_seeker))
    and k.found = jsonb_array_length(sought -> 'expertise')
    and (sought ->> 'language' is null or p.languages @> array[sought ->> 'language'])
    and (cardinality(lived) = 0 or ((p.is_experience_shown or p.organisation_id = own)
      and lived <@ array(select e.code from experience e where e.professional_id = p.id)))
    and (hours is null or (${offered}) >= hours)
  order by b.how desc, k.depth desc, is_recent desc, p.is_active desc, p.sort_name, p.id`;

/**
 * Who fits a search, best first. Conditions of a statement under row level security cannot use an index on texts and lists, so that this looks as the owner
 * does and holds to the same rows itself; it gives identifiers, and the rows are read under row level security. Hours are counted from the top until
 * enough are found. What somebody went through is sought only where it is shown.
 */
const seek = `
  create or replace function seek_professionals(sought jsonb)
  returns table (found_id uuid, fits integer, depth integer, is_specialist boolean, is_recent boolean, free_hours numeric)
  language plpgsql stable security definer set search_path = people, public, pg_temp set pg_trgm.word_similarity_threshold = '0.5' as $$
  #variable_conflict use_column
  declare
    own uuid := public.hub_organisation_as(${seekers}, 'provider-planner', 'provider-system');
    is_seeker boolean := public.hub_has_role(${seekers});
    place text[] := array[sought ->> 'municipalityCode'];
    wanted text := lower(sought ->> 'text');
    query tsquery := websearch_to_tsquery('dutch', wanted);
    called text[] := array(select l.key from jsonb_each_text(sought -> 'labels') l where to_tsvector('dutch', l.value) @@ query or wanted <% lower(l.value));
    parts text[] := array(select jsonb_array_elements_text(sought -> 'timeWindows'));
    lived text[] := array(select jsonb_array_elements_text(sought -> 'experience'));
    hours numeric := (sought ->> 'hoursPerWeek')::numeric;
    first_on date := coalesce((sought ->> 'fromOn')::date, today());
    last_on date := first_on + (sought ->> 'weeks')::integer * 7 - 1;
    counted integer := 0;
    one record;
    free numeric;
  begin
    for one in ${ranked} loop
      free := null;
      if hours is not null then
        continue when not is_there(one.id, first_on, last_on);
        select sum(greatest(0, hours_left(one.id, part, first_on, last_on))) into free from unnest(parts) part;
        continue when free < hours;
      end if;
      return query select one.id, one.how, one.depth, one.is_specialist, one.is_recent, free;
      counted := counted + 1;
      exit when counted >= (sought ->> 'first')::integer;
    end loop;
  end $$`;

/** Professionals are found by what they went through as well, where they show it. */
export class ExperienceSearch1700000000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(seek);
  }

  async down(runner: QueryRunner): Promise<void> {
    const before = new Search1700000000051();
    await before.down(runner);
    await before.up(runner);
  }
}
