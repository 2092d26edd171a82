import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
  alter table known_deployment
    add column purpose text,
    add column end_reason text,
    add column placed_at timestamptz(3),
    add column ended_at timestamptz(3)`;

/** As since migration 53, with more or fewer columns of what is told. */
function receiving(names: readonly string[], told: readonly string[], types: string): string {
  return `
    create or replace function receive_deployments(events jsonb) returns void
    language sql security definer set search_path = cases, public, pg_temp as $$
      insert into known_deployment as known (deployment_id, case_id, ${names.join(', ')}, version)
      select distinct on ("deploymentId") "deploymentId", "caseId", ${told.map((name) => `"${name}"`).join(', ')}, version
      from jsonb_to_recordset(events) as e ("deploymentId" uuid, "caseId" uuid, ${types}, version bigint)
      where exists (select from case_file f where f.id = "caseId") order by "deploymentId", version desc
      on conflict (deployment_id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}, version = excluded.version
      where known.version < excluded.version $$`;
}

const days = '"fromOn" date, "toOn" date, "endedOn" date';
const receive = receiving(
  ['from_on', 'to_on', 'ended_on', 'purpose', 'end_reason', 'placed_at', 'ended_at'],
  ['fromOn', 'toOn', 'endedOn', 'purpose', 'endReason', 'placedAt', 'endedAt'],
  `${days}, purpose text, "endReason" text, "placedAt" timestamptz, "endedAt" timestamptz`,
);
const receiveDays = receiving(['from_on', 'to_on', 'ended_on'], ['fromOn', 'toOn', 'endedOn'], days);

/** For the timeline of a case: what a duo went for, when it was sent and stopped, and why. Who goes is not told: people knows. */
export class DuosTold1700000000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(receive);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(receiveDays);
    await runner.query(
      'alter table known_deployment drop column purpose, drop column end_reason, drop column placed_at, drop column ended_at',
    );
  }
}
