import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepCases, keepNoCases } from '../../../vocabulary/known-cases/kept-cases.sql.js';

const tables = ['hold_case', 'waitlist_case'];

/** While a case is erased nobody takes a place for it. */
export class KeptCases1700000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of keepCases('capacity', tables)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of keepNoCases(tables)) await runner.query(statement);
  }
}
