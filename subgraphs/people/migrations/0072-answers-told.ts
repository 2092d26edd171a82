import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a question became, with the step that tells of it. */
const answers = [
  ['contacted', 'CONTACTED'],
  ['answered', 'ANSWERED'],
] as const;

const trigger = ([happened, state]: (typeof answers)[number]): string =>
  `create trigger network_request_told_${happened} after update of state on network_request for each row
   when (new.state = '${state}' and old.state <> '${state}') execute function tell_of_request('${happened}')`;

/** Who asked the network hears on a screen that somebody called back, and that there is an answer. */
export class AnswersTold1700000000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const answer of answers) await runner.query(trigger(answer));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [happened] of answers)
      await runner.query(`drop trigger network_request_told_${happened} on network_request`);
  }
}
