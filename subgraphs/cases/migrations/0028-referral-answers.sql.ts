const provider = `public.hub_organisation_as('provider-planner', 'provider-system')`;
const asOwner = 'security definer set search_path = cases, public, pg_temp';
const ownCase = `(f.region = (select public.hub_region_as('care-broker')) or f.owner_organisation_id = (select public.hub_organisation_as('case-owner')))`;

const declineReasons = `'NO_CAPACITY','WRONG_AGE','EXCLUDED_PROBLEM','NOT_ELIGIBLE','OUT_OF_AREA','STAFF_MISSING','GROUP_MIX','MISSING_INFORMATION',
  'PARENT_OR_YOUTH_DECLINES','CARER_DECLINES','SAFETY','NO_CONTRACT','OTHER'`;

/** Given once: yes, or no with a reason. After a no the case can be put before the same provider anew. */
const columns = [
  `alter table referral
    add column accepted_at timestamptz(3) check (accepted_at >= made_at),
    add column declined_at timestamptz(3) check (declined_at >= made_at),
    add column decline_reason text check (decline_reason in (${declineReasons})),
    add constraint referral_answered_once check (accepted_at is null or declined_at is null),
    add constraint referral_declined_with_reason check ((declined_at is null) = (decline_reason is null)),
    drop constraint referral_one_at_a_time`,
  `alter table referral add constraint referral_one_at_a_time exclude using gist
    (case_id with =, organisation_id with =, tstzrange(made_at, least(withdrawn_at, declined_at, expires_at)) with &&)`,
];

const state = (answered: string, accepted: string): string => `
  create or replace function referral_state(r referral) returns text language sql stable set search_path = cases, public, pg_temp as $$
    select case when r.withdrawn_at is not null then 'WITHDRAWN' ${answered} when r.expires_at <= public.hub_now() then 'EXPIRED'
      when not sharing_ground_holds(r.case_id, r.ground, r.consent_ids) then 'LAPSED' ${accepted} else 'OPEN' end $$`;

/** After a no, the provider is told nothing more of the child. */
const child = (states: string): string => `
  create or replace function referred_child(referral_id uuid) returns table (region text, age integer, languages text[], legal_frameworks text[],
    has_need boolean, rungs text[], heaviest_rung text, sex text, start_by_on date, duration_weeks smallint, hours_per_week numeric,
    time_windows text[], children_together smallint, characteristics text[], place_features text[], is_crisis boolean)
  language sql stable ${asOwner} as $$
    select f.region, this_year() - f.birth_year, f.languages, f.legal_frameworks, n.case_id is not null, n.rungs, n.heaviest_rung, n.sex,
      n.start_by_on, n.duration_weeks, n.hours_per_week, n.time_windows, n.children_together, n.characteristics,
      array_remove(n.place_features, 'SECRET_LOCATION'), n.is_crisis
    from referral r join case_file f on f.id = r.case_id left join need n on n.case_id = f.id
    where r.id = referral_id and (${ownCase} or (r.organisation_id = ${provider} and referral_state(r) in (${states}))) $$`;

const ofOwnCase = `exists (select from case_file f where f.id = referral.case_id and ${ownCase})`;
const addressed = `referral.organisation_id = (select ${provider})`;

/** A provider sees its own no until the term of the referral ends, so that it knows what it answered. */
const seen = (mine: string): string[] => [
  'drop policy referral_seen on referral',
  `create policy referral_seen on referral for select using (${ofOwnCase} or (${addressed} and ${mine}))`,
];

const rights = [
  ...seen(`referral_state(referral) in ('OPEN','ACCEPTED','DECLINED') and referral.expires_at > public.hub_now()`),
  `create policy referral_answered on referral for update using (${addressed} and referral_state(referral) = 'OPEN' and referral.hold_id is null)
   with check (${addressed} and referral.withdrawn_at is null and (referral.accepted_at is not null or referral.declined_at is not null))`,
  'grant update (accepted_at, declined_at, decline_reason) on referral to thuisbasis_cases',
];

/** Whoever answers, the answer is told: which referral, and the reason in a code. */
const told = [
  `create function tell_of_answer() returns trigger language plpgsql ${asOwner} as $$
   begin
     insert into outbox (kind, organisation_id, region, data)
     select case when new.accepted_at is null then 'referral.declined' else 'referral.accepted' end, new.organisation_id, f.region,
       jsonb_strip_nulls(jsonb_build_object('referralId', new.id, 'reason', new.decline_reason))
     from case_file f where f.id = new.case_id;
     return null;
   end $$`,
  `create trigger referral_answered after update of accepted_at, declined_at on referral for each row
   when (old.accepted_at is null and old.declined_at is null and (new.accepted_at is not null or new.declined_at is not null))
   execute function tell_of_answer()`,
];

/** The provider's answer to a referral. */
export const answerColumns: readonly string[] = [
  ...columns,
  state(`when r.declined_at is not null then 'DECLINED'`, `when r.accepted_at is not null then 'ACCEPTED'`),
  child(`'OPEN','ACCEPTED'`),
  ...rights,
  ...told,
];

export const backToUnanswered: readonly string[] = [
  'drop trigger referral_answered on referral',
  'drop function tell_of_answer',
  'drop policy referral_answered on referral',
  ...seen(`referral_state(referral) = 'OPEN'`),
  state('', ''),
  child(`'OPEN'`),
  'alter table referral drop constraint referral_one_at_a_time',
  'alter table referral drop column accepted_at, drop column declined_at, drop column decline_reason',
  `alter table referral add constraint referral_one_at_a_time exclude using gist
    (case_id with =, organisation_id with =, tstzrange(made_at, least(withdrawn_at, expires_at)) with &&)`,
];
