/**
 * The audit of one schema, after NEN 7513: rows that are only ever added, and seals that chain them. A row is written in the transaction of
 * the access and commits with it; the sealer then gives it its place in the chain. Sealing and verifying belong to the owner of the
 * schema, so that the role that writes rows cannot write seals.
 */
export function auditStatements(schema: string): string[] {
  return [
    table,
    seals,
    'create index audit_event_time on audit_event (occurred_at)',
    objects,
    ...functions(schema),
    ...grants(schema),
  ];
}

const table = `
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

const objects = 'create index audit_event_object on audit_event using gin (object_ids)';

const seals = `
  create table audit_seal (
    number bigint primary key,
    event_id uuid not null unique references audit_event,
    hash bytea not null,
    sealed_at timestamptz not null default hub_now()
  )`;

const link = (previous: string, event: string): string =>
  `sha256(${previous} || convert_to(to_jsonb(${event})::text, 'UTF8'))`;

/** A transaction lives for seconds: what came later than the newest seal by its own clock is found an hour back at the most. */
const functions = (schema: string): string[] => [
  `create function seal_audit() returns integer language plpgsql security definer set search_path = ${schema}, public, pg_temp as $$
   declare event audit_event; head audit_seal; sealed integer := 0;
   begin
     perform pg_advisory_xact_lock(hashtextextended('seal ${schema}', 0));
     select * into head from audit_seal order by number desc limit 1;
     for event in
       select e.* from audit_event e
       where not exists (select from audit_seal s where s.event_id = e.id)
         and e.occurred_at >= coalesce(head.sealed_at, '-infinity') - interval '1 hour'
       order by e.occurred_at, e.id limit 5000
     loop
       insert into audit_seal (number, event_id, hash)
       values (coalesce(head.number, 0) + 1, event.id, ${link(`coalesce(head.hash, '')`, 'event')}) returning * into head;
       sealed := sealed + 1;
     end loop;
     return sealed;
   end $$`,
  `create function verify_audit(out sealed bigint, out broken_at bigint, out unsealed bigint, out head text)
   language plpgsql security definer set search_path = ${schema}, public, pg_temp as $$
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
  'revoke all on audit_event, audit_seal from public',
  `revoke update, delete, truncate on audit_event from thuisbasis_${schema}`,
  `revoke all on audit_seal from thuisbasis_${schema}`,
  'revoke execute on function seal_audit(), verify_audit() from public',
  `grant execute on function seal_audit() to thuisbasis_${schema}`,
];
