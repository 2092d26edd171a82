import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases is told anew of the duos that it knows, so that the timelines of their cases tell what for they went, and when they were sent. */
const tellAnew = `
  insert into outbox (kind, region, data)
  select 'deployment.changed', d.region, jsonb_build_object('deploymentId', d.id) from deployment d
  where exists (select from deployment_case k where k.deployment_id = d.id)`;

/** When somebody ended a deployment, beside the last day that it went. Of those that ended before it is not known. */
export class EndedAt1700000000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table deployment add column ended_at timestamptz(3)');
    await runner.query(tellAnew);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table deployment drop column ended_at');
  }
}
