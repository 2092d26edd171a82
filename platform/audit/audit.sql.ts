/**
 * The audit of one schema, after NEN 7513: rows that are only ever added, and seals that chain them. A row is written in the transaction of
 * the access and commits with it; the sealer then gives it its place in the chain. Sealing and verifying belong to the owner of the
 * schema, so that the role that writes rows cannot write seals, nor keep a row from being sealed.
 */
export function auditStatements(schema: string): string[] {
  return [
    events,
    'create index audit_event_time on audit_event (occurred_at desc, id desc)',
    'create index audit_event_object on audit_event using gin (object_ids)',
    seals,
    pending,
    asText,
    ...functions(schema),
    'create trigger audit_event_pending after insert on audit_event for each row execute function await_seal()',
    ...grants(schema),
  ];
}

/** Lets a search be written down that was for nothing in particular or found nothing: it names no object, and nothing else is without. */
export const searchesWithoutObject = [
  'alter table audit_event drop constraint audit_event_object_ids_check',
  `alter table audit_event add constraint audit_event_object_ids_check check ((object_type = 'Search') = (cardinality(object_ids) = 0))`,
];

/** Every row names an object again; those that are there stay. */
export const nothingWithoutObject = [
  'alter table audit_event drop constraint audit_event_object_ids_check',
  'alter table audit_event add constraint audit_event_object_ids_check check (cardinality(object_ids) > 0) not valid',
];

const events = `
  create table audit_event (
    id uuid primary key default gen_random_uuid(),
    occurred_at timestamptz not null default hub_now(),
    event_code text not null,
    action text not null check (action in ('C','R','U','D','E')),
    outcome text not null check (outcome in ('GRANTED','REFUSED')),
    check_authorisation boolean not null,
    check_relation boolean not null,
    check_consent boolean,
    check_break_glass boolean not null default false,
    user_id text not null,
    user_roles text[] not null,
    responsible_user_id text,
    organisation_id uuid,
    access_point text not null,
    purpose text not null,
    object_type text not null,
    object_ids uuid[] not null check (cardinality(object_ids) > 0),
    search_name text,
    search_hash text,
    authorisation_protocol text not null,
    consent_profile text,
    source_id text not null,
    trace_id text not null
  )`;

const seals = `
  create table audit_seal (
    number bigint primary key,
    event_id uuid not null unique references audit_event,
    hash bytea not null,
    sealed_at timestamptz not null default hub_now()
  )`;

/** What waits for its seal: the sealer never has to look for it. */
const pending = 'create table audit_pending (event_id uuid primary key references audit_event)';

/** What a seal stands for: these values in this form, whatever is later added to the table and whoever's time zone it is. */
const asText = `
  create function audit_text(e audit_event) returns text language sql immutable set timezone = 'UTC' as $$
    select jsonb_build_array(1, e.id, e.occurred_at, e.event_code, e.action, e.outcome, e.check_authorisation, e.check_relation, e.check_consent,
      e.check_break_glass, e.user_id, e.user_roles, e.responsible_user_id, e.organisation_id, e.access_point, e.purpose, e.object_type,
      e.object_ids, e.search_name, e.search_hash, e.authorisation_protocol, e.consent_profile, e.source_id, e.trace_id)::text
  $$`;

const link = (previous: string, event: string): string =>
  `sha256(${previous} || convert_to(audit_text(${event}), 'UTF8'))`;

const asOwner = (schema: string): string =>
  `language plpgsql security definer set search_path = ${schema}, public, pg_temp`;

const functions = (schema: string): string[] => [
  `create function await_seal() returns trigger ${asOwner(schema)} as
   $$ begin insert into audit_pending (event_id) values (new.id); return null; end $$`,
  `create function seal_audit(most integer) returns integer ${asOwner(schema)} as $$
   declare event audit_event; head audit_seal; sealed integer := 0;
   begin
     perform pg_advisory_xact_lock(hashtextextended('seal ${schema}', 0));
     select * into head from audit_seal order by number desc limit 1;
     for event in
       select e.* from audit_pending p join audit_event e on e.id = p.event_id order by e.occurred_at, e.id limit most
     loop
       insert into audit_seal (number, event_id, hash)
       values (coalesce(head.number, 0) + 1, event.id, ${link(`coalesce(head.hash, '')`, 'event')}) returning * into head;
       delete from audit_pending where event_id = event.id;
       sealed := sealed + 1;
     end loop;
     return sealed;
   end $$`,
  `create function verify_audit(out sealed bigint, out broken_at bigint, out unsealed bigint, out head text) ${asOwner(schema)} as $$
   declare entry record; previous bytea := ''; expected bigint := 1;
   begin
     for entry in select s.number, s.hash, e as event, e.id from audit_seal s left join audit_event e on e.id = s.event_id order by s.number loop
       if broken_at is null and (entry.number <> expected or entry.id is null or entry.hash is distinct from ${link('previous', 'entry.event')})
       then broken_at := least(entry.number, expected); end if;
       previous := entry.hash;
       expected := entry.number + 1;
     end loop;
     sealed := expected - 1;
     head := encode(previous, 'hex');
     select count(*) into unsealed from audit_event e
     where e.occurred_at < hub_now() - interval '1 minute' and not exists (select from audit_seal s where s.event_id = e.id);
   end $$`,
];

const grants = (schema: string): string[] => [
  `revoke update, delete, truncate on audit_event from thuisbasis_${schema}`,
  `revoke all on audit_seal, audit_pending from thuisbasis_${schema}`,
  'revoke execute on function seal_audit(integer), verify_audit() from public',
  `grant execute on function seal_audit(integer) to thuisbasis_${schema}`,
];
