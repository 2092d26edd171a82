/**
 * A region of a hundred times the providers of Flevoland (4,400 organisations) and 100,000 cases over five years, each with a consultation
 * a need and one placement or two; a tenth of them still open, the others for 150 days, and half of them refused by a provider, some more often.
 * Of a third something was found. A third could lose their home, and was spoken about at a table. Half of the placements could be left after sixty days. A quarter had a search that
 * found nothing on three rungs. And 20,000 places on waiting lists, as many duos, and 100,000 questions to the network. Written without triggers: nobody has to hear of it.
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
   select md5('case' || n)::uuid, 'BE-21-' || 100000 + n, 'flevoland', 2004 + n % 17, code, code, 'AMBULATORY', n % 3 = 0, 'OPEN', at, null
   from generate_series(1, 100000) n, lateral (select (array['0034','0303','0995','0171','0184','0050'])[1 + n % 6] as code,
     timestamptz '2021-01-01' + make_interval(mins => n * 26) as at) s`,
  `update cases.case_file set status = 'CLOSED', closed_at = opened_at + interval '150 days' where number like 'BE-21-%' and number not like '%0'`,
  `insert into cases.need (case_id, rungs) select id, array[(array['FOSTER','FAMILY_HOME','AMBULATORY','SMALL_SCALE'])[1 + right(number, 5)::integer % 4]]
   from cases.case_file where number like 'BE-21-%'`,
  `insert into cases.referral (case_id, organisation_id, ground, made_at, expires_at, declined_at, decline_reason)
   select id, gen_random_uuid(), 'DUTY_TO_COLLEGE', opened_at, opened_at + interval '28 days', opened_at + interval '7 days', 'NO_CAPACITY'
   from cases.case_file, generate_series(1, right(number, 5)::integer % 7 - 3) where number like 'BE-21-%'`,
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
  `insert into cases.round_table (case_id, kind, state, planned_at, held_at, participant_ids, organisation_ids, is_institution_involved, is_institution_invited,
     are_parents_present, decisions)
   select id, (array['RET_MORNING','ROUND_TABLE','CASE_WEEK'])[1 + right(number, 5)::integer % 3], 'HELD', opened_at, opened_at + interval '20 days', '{}', '{}',
     false, false, true, '{DEPLOY_DUO}' from cases.case_file where number like 'BE-21-%' and is_threatened_out_of_home`,
  `update cases.consultation c set case_id = f.id from cases.case_file f where f.number like 'BE-21-%' and f.opened_at = c.received_at
     and f.municipality_code = c.municipality_code`,
  `insert into cases.outcome (consultation_id, kind, measured_on, is_stable)
   select id, (array['OUT_OF_HOME_PREVENTED','AS_HOME_AS_POSSIBLE'])[1 + n % 2], received_at::date + 150, n % 7 > 0
   from (select *, row_number() over (order by received_at)::integer as n from cases.consultation where case_id is not null) c where n % 3 = 0`,
  `insert into cases.discharge_block (placement_id, reason, since_on, lifted_on, lifted_at)
   select id, (array['HOUSING','NO_LIGHTER_PLACE','SCHOOL'])[1 + n % 3], started_at::date + 60, case when n % 4 = 0 then started_at::date + 90 end,
     case when n % 4 = 0 then started_at + interval '90 days' end
   from (select *, row_number() over (order by id)::integer as n from cases.placement where started_at is not null) p where n % 2 = 0`,
  `insert into people.deployment (id, team_id, purpose, region, from_on, to_on, placed_by, municipality_code)
   select md5('duo' || n)::uuid, (select id from people.team where kind = 'AMBULATORY_DUO' order by id limit 1), 'SHORTEN_STAY', 'flevoland',
     date '2021-01-01' + n / 11, date '2021-01-28' + n / 11, 'bench', (array['0034','0303','0995'])[1 + n % 3] from generate_series(1, 20000) n`,
  `insert into people.deployment_hours (deployment_id, professional_id, time_window, hours_per_week, from_on, to_on)
   select d.id, ids[1 + abs(hashtext(d.id::text || member)) % array_length(ids, 1)], case member when 1 then 'EVENING' else 'WEEKEND' end, 4, d.from_on, d.to_on
   from people.deployment d, (select array_agg(id order by id) as ids from people.professional) p, generate_series(1, 2) member where d.placed_by = 'bench'`,
  `insert into people.network_request (region, team_id, function, situation, municipality_code, asked_by, state, asked_at, due_at, first_contact_at,
     answer, answered_at, escalation_reason, escalated_at)
   select 'flevoland', ids[1 + n % array_length(ids, 1)], (array['CONSULT_ADVICE','ORGANISE_HELP','KNOWLEDGE'])[1 + n % 3], 'STUCK',
     (array['0034','0303','0995','0171','0184','0050'])[1 + n % 6], 'bench', 'ANSWERED', at, at + interval '48 hours', at + make_interval(hours => n % 60),
     'ADVICE_GIVEN', at + make_interval(hours => n % 200 + 60), case when n % 9 = 0 then 'TOO_LATE' end, case when n % 9 = 0 then at + interval '50 hours' end
   from (select array_agg(id order by id) as ids from people.team where kind in ('RET', 'RET_2_0', 'EXPERT_TEAM')) t, generate_series(1, 100000) n,
     lateral (select timestamptz '2021-01-01' + make_interval(mins => n * 26) as at) a`,
  `insert into capacity.unmet_need (child_id, case_id, is_anonymous, region, municipality_code, age_band, rung, reason, sought_on, helped_on, helped_rung)
   select md5('child' || n)::uuid, f.id, false, 'flevoland', municipality_code, 'AGE_12_15', rung, (array['AGE','TOO_FAR','SEVERAL','NO_OFFER'])[1 + n % 4],
     on_day, case when n % 3 = 0 then on_day + 30 end, case when n % 3 = 0 then 'FOSTER' end
   from (select *, row_number() over (order by id)::integer as n from cases.case_file where number like 'BE-21-%') f,
     unnest(array['FOSTER','FAMILY_HOME','SECURE']) rung, lateral (select opened_at::date + 10 as on_day) d
   where n % 4 = 0`,
  `set session_replication_role = origin`,
  `vacuum analyze`,
];
