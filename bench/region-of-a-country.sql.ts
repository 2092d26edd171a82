/**
 * A region of a hundred times the providers of Flevoland (4,400 organisations) and 100,000 cases over five years, each with a consultation
 * and one placement or two, 25,000 of them with a search that found nothing on three rungs, and 20,000 places on waiting lists. Written without triggers: nobody has to hear of it.
 */
export const largeRegion: readonly string[] = [
  `set session_replication_role = replica`,
  `create temporary table served as select id from capacity.offer where working_area && '{0034,0303,0995,0171,0184,0050}'`,
  `insert into capacity.offer
   select (jsonb_populate_record(o, jsonb_build_object('id', md5(o.id::text || g)::uuid, 'organisation_id', md5(o.organisation_id::text || g)::uuid))).*
   from capacity.offer o cross join generate_series(2, 100) g where o.id in (select id from served)`,
  `insert into capacity.capacity_report
   select (jsonb_populate_record(r, jsonb_build_object('id', md5(r.id::text || g)::uuid, 'offer_id', md5(r.offer_id::text || g)::uuid))).*
   from capacity.capacity_report r cross join generate_series(2, 100) g where r.offer_id in (select id from served)`,
  `select capacity.rebuild_told_waits(array_agg(id)) from capacity.offer`,
  `insert into capacity.waitlist_entry (offer_id, quantity, priority, since, state, hold_id, changed_at)
   select offers[1 + n % array_length(offers, 1)], 1, 'REGULAR', since, case when n % 3 = 0 then 'WAITING' else 'PLACED' end,
     case when n % 3 > 0 then gen_random_uuid() end, since + make_interval(days => n % 200)
   from (select array_agg(id) as offers from capacity.offer) o, generate_series(1, 20000) n,
     lateral (select timestamptz '2021-01-01' + make_interval(hours => n * 2) as since) s`,
  `insert into cases.case_file (id, number, region, birth_year, responsible_municipality_code, municipality_code, current_rung,
     is_threatened_out_of_home, status, opened_at, closed_at)
   select md5('case' || n)::uuid, 'BE-21-' || 100000 + n, 'flevoland', 2004 + n % 17, code, code, 'AMBULATORY', false, 'OPEN', at, null
   from generate_series(1, 100000) n, lateral (select (array['0034','0303','0995','0171','0184','0050'])[1 + n % 6] as code,
     timestamptz '2021-01-01' + make_interval(mins => n * 26) as at) s`,
  `insert into cases.consultation (region, reporting_year, municipality_code, referrer_kind, referrer_municipality_code, is_identified, received_at,
     first_contact_at, channel, status)
   select 'flevoland', extract(year from opened_at), municipality_code, (array['LOCAL_ACCESS','CERTIFIED_INSTITUTION','PARENT','GP'])[1 + n % 4],
     municipality_code, true, opened_at, opened_at + make_interval(hours => n % 60), (array['PHONE','EMAIL','FORM'])[1 + n % 3], 'CONTACTED'
   from (select *, row_number() over (order by id)::integer as n from cases.case_file where number like 'BE-21-%') f`,
  `insert into cases.placement (case_id, region, municipality_code, birth_year, rung, previous_rung, status, started_at, ended_at, end_reason)
   select f.id, 'flevoland', municipality_code, birth_year, rungs[1 + (n + step) % 6], case when step > 0 then rungs[1 + n % 6] end, 'ENDED',
     opened_at + make_interval(days => 30 + step * 120), opened_at + make_interval(days => 150 + step * 120),
     (array['ACCORDING_TO_PLAN','BY_PROVIDER','OTHER_DOMAIN'])[1 + n % 3]
   from (select *, row_number() over (order by id)::integer as n from cases.case_file where number like 'BE-21-%') f, generate_series(0, n % 2) step,
     lateral (select array['AMBULATORY','KINSHIP_FOSTER','FOSTER','FAMILY_HOME','RESIDENTIAL_GROUP','SECURE'] as rungs) r`,
  `insert into capacity.unmet_need (child_id, case_id, is_anonymous, region, municipality_code, age_band, rung, reason, sought_on, helped_on, helped_rung)
   select md5('child' || n)::uuid, f.id, false, 'flevoland', municipality_code, 'AGE_12_15', rung, (array['AGE','TOO_FAR','SEVERAL','NO_OFFER'])[1 + n % 4],
     on_day, case when n % 3 = 0 then on_day + 30 end, case when n % 3 = 0 then 'FOSTER' end
   from (select *, row_number() over (order by id)::integer as n from cases.case_file where number like 'BE-21-%') f,
     unnest(array['FOSTER','FAMILY_HOME','SECURE']) rung, lateral (select opened_at::date + 10 as on_day) d
   where n % 4 = 0`,
  `set session_replication_role = origin`,
  `vacuum analyze`,
];
