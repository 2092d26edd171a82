/**
 * 100,000 professionals of the organisations of the demonstration, in three municipalities of the country each, so that some nine hundred work in one; with three
 * expertises and hours in the evening and at the weekend, of which every third has promised some to a family. Written without triggers: nobody has to hear of it.
 */
export const manyProfessionals: readonly string[] = [
  `set session_replication_role = replica`,
  `create temporary table made as
   select md5('professional' || n)::uuid as id, n, codes[1 + n % size] as home, codes[1 + (n * 7) % size] as near, codes[1 + (n * 31) % size] as far, jobs[1 + n % 10] as job
   from generate_series(1, 100000) n, (select array_agg(code) as codes, count(*)::integer as size from (select distinct municipality_code as code from capacity.postcode_area) m) c,
     (select array['gezinsbegeleider','systeemtherapeut','orthopedagoog','gedragsdeskundige','jeugdpsychiater','ambulant hulpverlener','pleegzorgbegeleider',
       'ervaringsdeskundige','schuldhulpverlener','jeugdbeschermer'] as jobs) j`,
  `insert into people.professional (id, organisation_id, name, job_title, municipality_codes, languages, confirmed_at, is_visible)
   select m.id, ids[1 + n % array_length(ids, 1)], 'Medewerker ' || n, job, array[home, near, far], '{nl}', now() - make_interval(days => n % 300), n % 20 > 0
   from made m, (select array_agg(id order by id) as ids from people.organisation) o`,
  `insert into people.expertise (professional_id, code, level)
   select distinct on (m.id, code) m.id, code, (array['BASIC','EXPERIENCED','SPECIALIST'])[1 + (n / 23) % 3]
   from made m, generate_series(0, 2) step, lateral (select (array['AUTISM','ADHD','ATTACHMENT','TRAUMA','CHILD_PSYCHIATRY','ADDICTION','DIVORCE','SAFETY','DEBT','HOUSING'])[1 + (n / 3 + step * 3) % 10] as code) c`,
  `insert into people.availability_window (professional_id, time_window, hours_per_week, from_on)
   select id, part, 2 + n % 6, '2020-01-01' from made, unnest('{EVENING,WEEKEND}'::text[]) part`,
  `insert into people.deployment (id, team_id, purpose, region, from_on, to_on, placed_by)
   select md5('busy' || n)::uuid, (select id from people.team where kind = 'AMBULATORY_DUO' order by id limit 1), 'SHORTEN_STAY', 'flevoland', current_date, current_date + 40, 'bench'
   from made where n % 3 = 0`,
  `insert into people.deployment_hours (deployment_id, professional_id, time_window, hours_per_week, from_on, to_on)
   select md5('busy' || n)::uuid, id, 'EVENING', 2, current_date, current_date + 40 from made where n % 3 = 0`,
  `set session_replication_role = origin`,
  `vacuum analyze people.professional`,
  `vacuum analyze people.expertise`,
  `vacuum analyze people.availability_window`,
  `vacuum analyze people.deployment_hours`,
];
