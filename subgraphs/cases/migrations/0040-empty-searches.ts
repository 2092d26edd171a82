import type { MigrationInterface, QueryRunner } from 'typeorm';
import { nothingWithoutObject, searchesWithoutObject } from '../../../platform/audit/audit.sql.js';

/** A search that found nobody, and one that failed, are written down too: by name and hash of the question, and nothing else. */
export class EmptySearches1700000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of searchesWithoutObject) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of nothingWithoutObject) await runner.query(statement);
  }
}
