import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases that were erased, and the proof of it. The identifier stays until capacity has forgotten the case as well; then only hashes with a salt
 * of their own are left, by which who knows the number can find the proof.
 */
const erasure = `
  create table erasure (
    id uuid primary key default gen_random_uuid(),
    case_id uuid unique,
    salt bytea not null,
    case_hash bytea not null,
    number_hash bytea not null,
    reason text not null check (reason in ('REQUEST','RETENTION')),
    actor text not null,
    ordered_by text,
    removed_at timestamptz not null default hub_now(),
    removed jsonb not null,
    finished_at timestamptz,
    proof jsonb,
    check ((case_id is null) = (finished_at is not null)),
    check ((proof is null) = (finished_at is null))
  )`;

/** The proofs of cases that were erased, and the way to those whose time has come. */
export class Erasure1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(erasure);
    await runner.query('create index erasure_unfinished on erasure (removed_at) where finished_at is null');
    await runner.query('create index case_file_closed on case_file (closed_at) where closed_at is not null');
    await runner.query('revoke all on erasure from thuisbasis_cases');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index case_file_closed');
    await runner.query('drop table erasure');
  }
}
