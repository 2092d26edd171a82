import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

/** Organisations and teams that ask each other: where it works, what may be asked of it, and which municipality coordinates it. No person is in it. */
const network = `
  create table network (
    id uuid primary key default gen_random_uuid(),
    name text not null check (name <> ''),
    sort_name text collate "C" not null generated always as (lower(name)) stored,
    kind text not null check (kind in ('EXPERTISE','REGIONAL_EXPERT','PROFESSIONAL')),
    municipality_codes text[] not null check (cardinality(municipality_codes) > 0 and all_match(municipality_codes, '^[0-9]{4}$')),
    coordinating_municipality_code text not null check (coordinating_municipality_code ~ '^[0-9]{4}$'),
    functions text[] not null check (functions <@ '{CONSULT_ADVICE,ORGANISE_HELP,KNOWLEDGE}')
  )`;

const statements = [
  network,
  'create index network_name on network (sort_name, id)',
  'create index network_municipality on network using gin (municipality_codes)',
  'alter table team add column network_id uuid references network',
  'create index team_network on team (network_id) where network_id is not null',
  ...readOnlyFor(
    'network',
    `(select public.hub_has_role('care-broker', 'case-owner', 'ret-member', 'provider-planner', 'provider-system'))`,
  ),
];

/**
 * The team that does today what another did that ended: its successor, or who took over from that. Null where the team has not ended, or
 * nobody took over.
 */
const successor = `
  create function successor_today(ended uuid) returns uuid language sql stable as $$
    with recursive taken_over as (
      select successor_id as id, array[t.id] as before from team t where t.id = ended and t.valid_to_on < today()
      union all
      select t.successor_id, o.before || t.id from taken_over o join team t on t.id = o.id
      where t.valid_to_on < today() and not t.id = any(o.before)
    )
    select t.id from taken_over o join team t on t.id = o.id
    where t.valid_from_on <= today() and (t.valid_to_on is null or t.valid_to_on >= today()) limit 1
  $$`;

/** Networks with their areas, and who took over from a team that ended. */
export class Networks1700000000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...statements, successor]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function successor_today');
    for (const statement of readableByAll('network')) await runner.query(statement);
    await runner.query('alter table team drop column network_id');
    await runner.query('drop table network');
  }
}
