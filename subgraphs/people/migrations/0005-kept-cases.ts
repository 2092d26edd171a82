import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepCases, keepNoCases } from '../../../vocabulary/known-cases/kept-cases.sql.js';

const tables = ['deployment_case'];

/** While a case is erased nobody sends a duo to its family. */
export class KeptCases1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of keepCases('people', tables)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of keepNoCases(tables)) await runner.query(statement);
  }
}
