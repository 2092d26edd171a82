import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose mail it is: several may give one address, and who takes it away takes only the own mail. What nobody wants any more goes. */
export class MailSubject1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mail add column subject text');
    await runner.query(
      `update mail set subject = a.subject from notice_address a
       where mail.address = case when mail.kind = 'CODE' then a.pending_address else a.address end`,
    );
    await runner.query('delete from mail where subject is null');
    await runner.query('alter table mail alter column subject set not null');
    await runner.query('create index mail_subject on mail (subject)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mail drop column subject');
  }
}
