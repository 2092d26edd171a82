import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Systems that may call, and for whom. Their private keys are theirs alone. */
const machineClient = `
  create table machine_client (
    id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 80),
    label text not null check (label <> '' and length(label) <= 200),
    organisation_id uuid not null,
    region text check (region ~ '^[a-z0-9-]{1,60}$'),
    roles text[] not null check (cardinality(roles) > 0),
    public_keys jsonb not null
      check (jsonb_typeof(public_keys -> 'keys') = 'array' and not jsonb_path_exists(public_keys, '$.keys[*].d')),
    created_at timestamptz not null default public.hub_now(),
    revoked_at timestamptz
  )`;

/** Hashes of what may be used once: assertions and proofs, until they would have expired anyhow. */
const usedOnce = `
  create table used_once (
    hash bytea primary key,
    expires_at timestamptz not null
  )`;

/** People who are signed in. The cookie holds the id itself, which nobody can read here. */
const personSession = `
  create table person_session (
    id_hash bytea primary key,
    subject text not null check (subject <> '' and length(subject) <= 200),
    roles text[] not null check (cardinality(roles) > 0),
    organisation_id uuid,
    region text check (region ~ '^[a-z0-9-]{1,60}$'),
    idle_until timestamptz not null,
    ends_at timestamptz not null check (idle_until <= ends_at)
  )`;

/** What the library of the authorization server wants kept, in its own form. */
const oauthRecord = `
  create table oauth_record (
    model text not null,
    id text not null,
    payload jsonb not null,
    grant_id text,
    uid text,
    user_code text,
    expires_at timestamptz,
    consumed_at timestamptz,
    primary key (model, id)
  )`;

/** What the gateway knows of its callers: systems, sessions, and what was used before. */
export class Identity1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(machineClient);
    await runner.query(usedOnce);
    await runner.query('create index used_once_expiry on used_once (expires_at)');
    await runner.query(personSession);
    await runner.query('create index person_session_end on person_session (ends_at)');
    await runner.query(oauthRecord);
    await runner.query('create index oauth_record_expiry on oauth_record (expires_at)');
    await runner.query('create index oauth_record_grant on oauth_record (grant_id) where grant_id is not null');
    await runner.query('create unique index oauth_record_uid on oauth_record (model, uid) where uid is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oauth_record, person_session, used_once, machine_client');
  }
}
