const asOwner = 'language plpgsql security definer set search_path = cases, public, pg_temp';

/** By which somebody who knows an identifier finds its proof, and nobody reads the identifier off it: it is random. */
const hashOf = (salt: string, text: string): string => `sha256(${salt} || convert_to(${text}, 'UTF8'))`;

/**
 * The publisher of events waits meanwhile: none is under way that would tell of the case later. What is under way there, or with the case, may
 * take longer than anybody waits who asks a question.
 */
const holdPublisher = `
    perform set_config('lock_timeout', '5s', true);
    perform pg_advisory_xact_lock(hashtext('outbox'), hashtext('cases'))`;

const noteErasure = `
  create or replace function cases.note_erasure(erased cases.erasure, subject uuid) returns void ${asOwner} as $$
  begin
    insert into audit_event (event_code, action, outcome, check_authorisation, check_relation, user_id, user_roles, responsible_user_id, access_point,
      purpose, object_type, object_ids, search_name, search_hash, authorisation_protocol, source_id, trace_id)
    values ('CASE_REMOVED', 'D', 'GRANTED', true, true, erased.actor, '{operator}', erased.ordered_by,
      case erased.reason when 'REQUEST' then 'command' else 'task' end, 'OPERATION', 'Case', array[subject],
      case when erased.proof is null then 'EraseCase' else 'EraseCaseProof' end,
      encode(sha256(convert_to(erased.proof::text, 'UTF8')), 'hex'), 'erasure/1', 'cases', erased.id::text);
  end $$`;

/** First half: the case goes from cases, providers hear that it does not lie before them any more, and that it went is written down. */
const beginErasure = `
  create or replace function cases.begin_erasure(subject uuid, actor text, ordered_by text, reason text, releases boolean, number_fingerprint bytea) returns uuid ${asOwner} as $$
  declare file case_file; erased erasure; lying referral[]; salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  begin${holdPublisher};
    select * into file from case_file where id = subject for update;
    if not found then raise exception 'there is no such case'; end if;
    if not releases and capacity.live_holds(subject) > 0 then raise exception 'a hold is live'; end if;
    lying := array(select r from referral r where r.case_id = subject and referral_state(r) in ('OPEN','ACCEPTED'));
    insert into erasure (case_id, salt, case_hash, number_hash, reason, actor, ordered_by, removed)
    values (subject, salt, ${hashOf('salt', 'subject::text')}, number_fingerprint, reason, actor, ordered_by, remove_subject(subject))
    returning * into erased;
    insert into outbox (kind, organisation_id, region, data)
    select 'referral.withdrawn', r.organisation_id, file.region, jsonb_build_object('referralId', r.id) from unnest(lying) r;
    perform note_erasure(erased, subject);
    return erased.id;
  end $$`;

const isExpired = `c.closed_at < hub_now() - make_interval(days => greatest(days, 30)) and capacity.live_holds(c.id) = 0`;

/** The next case that was closed long enough ago and of which no place is held, for whoever asks first; none when there is none. */
const nextExpired = `
  create or replace function cases.next_expired(days integer) returns table (id uuid, number text) ${asOwner} as $$
  begin
    return query select c.id, c.number from case_file c where ${isExpired} order by c.closed_at limit 1 for update skip locked;
  end $$`;

/** Erases such a case; null for any other. */
const beginExpiry = `
  create or replace function cases.begin_expiry(subject uuid, days integer, number_fingerprint bytea) returns uuid ${asOwner} as $$
  begin
    if not exists (select from case_file c where c.id = subject and ${isExpired}) then return null; end if;
    return begin_erasure(subject, 'urn:thuisbasis:hub#retention', null, 'RETENTION', false, number_fingerprint);
  end $$`;

/** Second half: capacity and people forget the case, and the proof is sealed. It may be tried again for as long as it was not done. */
const finishErasures = `
  create or replace function cases.finish_erasures() returns integer ${asOwner} as $$
  declare erased erasure; subject uuid; by_capacity jsonb; by_people jsonb; finished integer := 0;
  begin
    for erased in select * from erasure where finished_at is null order by removed_at limit 100 for update skip locked loop
      subject := erased.case_id;
      by_capacity := capacity.forget_case(subject);
      by_people := people.forget_case(subject);
      update erasure e set case_id = null, finished_at = hub_now(), proof = jsonb_build_object('erasure', e.id, 'reason', e.reason, 'actor', e.actor,
        'orderedBy', e.ordered_by, 'removedAt', e.removed_at, 'finishedAt', hub_now(), 'removed', jsonb_build_object('cases', e.removed, 'capacity', by_capacity, 'people', by_people),
        'salt', encode(e.salt, 'hex'), 'caseHash', encode(e.case_hash, 'hex'), 'numberHash', encode(e.number_hash, 'hex'))
      where e.id = erased.id returning * into erased;
      perform note_erasure(erased, subject);
      finished := finished + 1;
    end loop;
    return finished;
  end $$`;

/** The proof of a case that was erased, by its identifier, or by its number and what stands for it; before there were keys a salted hash did. */
const findProof = `
  create or replace function cases.find_erasure(reference text, fingerprints bytea[]) returns setof cases.erasure ${asOwner} as $$
  begin
    return query select * from erasure e where e.number_hash = any(fingerprints) or e.number_hash = ${hashOf('e.salt', 'upper(reference)')} or e.case_hash = ${hashOf('e.salt', 'lower(reference)')};
  end $$`;

/** The login role of cases may have go what time has run out for, and finish what was begun: to erase any other case is for the owner. */
export const casesErasure: readonly string[] = [
  // as they were before there were keys
  'drop function if exists cases.begin_erasure(uuid, text, text, text, boolean), cases.begin_expiry(integer), cases.find_erasure(text)',
  ...[noteErasure, beginErasure, nextExpired, beginExpiry, finishErasures, findProof],
  `revoke all on function cases.note_erasure(cases.erasure, uuid), cases.begin_erasure(uuid, text, text, text, boolean, bytea), cases.next_expired(integer),
    cases.begin_expiry(uuid, integer, bytea), cases.finish_erasures(), cases.find_erasure(text, bytea[]) from public`,
  'grant execute on function cases.next_expired(integer), cases.begin_expiry(uuid, integer, bytea), cases.finish_erasures() to thuisbasis_cases',
];
