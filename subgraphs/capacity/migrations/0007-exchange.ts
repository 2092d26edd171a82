import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever writes a row, and however: the moment of its change goes with it. */
const stamp = `
  create function stamp_change() returns trigger language plpgsql
  as $$
  begin
    new.changed_at = public.hub_now();
    return new;
  end $$`;

function stamped(table: string): string[] {
  return [
    `alter table ${table} add column changed_at timestamptz not null default hub_now()`,
    `create trigger ${table}_stamped before insert or update on ${table} for each row execute function stamp_change()`,
    `create index ${table}_changed on ${table} (changed_at)`,
  ];
}

/** What tells which offers changed since a moment, without reading all of what was ever reported or held. */
const indexes = [
  'create index offer_organisation on offer (organisation_id, id)',
  'create index capacity_report_received on capacity_report (received_at)',
  'create index capacity_report_withdrawn on capacity_report (withdrawn_at) where withdrawn_at is not null',
  'create index hold_changed on hold ((greatest(created_at, accepted_at, converted_at, ended_at)))',
];

/** The changes of offers since a moment, for those who keep a copy. */
export class Exchange1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [stamp, ...stamped('offer'), ...stamped('site'), ...indexes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop index hold_changed, capacity_report_withdrawn, capacity_report_received, offer_organisation',
    );
    await runner.query('alter table site drop column changed_at');
    await runner.query('alter table offer drop column changed_at');
    await runner.query('drop function stamp_change cascade');
  }
}
