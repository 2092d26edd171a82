import type { MigrationInterface, QueryRunner } from 'typeorm';

const limited = (table: string, column: string, name: string, limit: string): string[] => [
  `alter table ${table} drop constraint ${name}`,
  `alter table ${table} add constraint ${name} check (length(${column}) ${limit})`,
];

/** Room for texts that are sealed: how long they may be is told to who writes them. */
export class SealedTexts1700000000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      ...limited('break_glass', 'explanation', 'break_glass_explanation_check', 'between 20 and 6000'),
      ...limited('break_glass_review', 'note', 'break_glass_review_note_check', '<= 6000'),
    ])
      await runner.query(statement);
  }

  /** Only while nothing is sealed. */
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      ...limited('break_glass', 'explanation', 'break_glass_explanation_check', 'between 20 and 500'),
      ...limited('break_glass_review', 'note', 'break_glass_review_note_check', '<= 1000'),
    ])
      await runner.query(statement);
  }
}
