import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { withClient } from '../../../infra/database/client.js';
import type { TimedAnswer } from '../hub/one-query.js';
import { amountOf, inMs, recoveryMs } from '../profile.js';
import { expectRefusedOrWhole } from './refusals.js';
import type { World } from './world.js';

/** How long PostgreSQL is away. */
const awaySeconds = amountOf('FAULT_AWAY_SECONDS', 2);
const requestMs = 3_000;
const backWithinMs = 2_000;
/** More than a pool has connections. */
const askers = 24;

/** Faults of PostgreSQL as a whole, and of what the hub holds of it. */
export function databaseAway(world: () => World): void {
  /** Asks one after the other for as long as something lasts. */
  async function askWhile(work: () => Promise<void>): Promise<TimedAnswer[]> {
    const answers: TimedAnswer[] = [];
    const over = new AbortController();
    const asking = (async () => {
      while (!over.signal.aborted) answers.push(await world().query.ask());
    })();
    await work();
    over.abort();
    await asking;
    return answers;
  }

  /** What every caller heard: a reason or the whole answer, and never later than a request may take. */
  function expectHeard(answers: readonly TimedAnswer[], soundMs: number, atOnce = 1): number {
    expect(answers.length).toBeGreaterThan(0);
    answers.forEach(expectRefusedOrWhole);
    const slowest = Math.max(...answers.map(({ ms }) => ms));
    expect(slowest).toBeLessThan(requestMs + (3 + atOnce) * soundMs);
    return slowest;
  }

  describe('PostgreSQL', () => {
    it(
      'that is stopped for seconds ends no process, and is asked again as soon as it is back',
      async () => {
        const { hub, postgres, query, figures, soundMs } = world();
        const sound = await soundMs();
        const told = hub.told.length;
        const answers = await askWhile(async () => {
          await postgres.stop();
          await wait(awaySeconds * 1_000);
        });
        const slowest = expectHeard(answers, sound);
        await postgres.start();
        const recovered = await query.untilWhole(backWithinMs + 3 * sound);
        expect(hub.told.slice(told)).toEqual([]);
        figures.note(`PostgreSQL away for ${awaySeconds} s`, 'slowest refusal', inMs(slowest));
        figures.note('', 'whole again after it is back', inMs(recovered));
      },
      60_000 + awaySeconds * 1_000,
    );

    it('that stands still is given up in time, and answers when it goes on', async () => {
      const { postgres, query, figures, soundMs } = world();
      const sound = await soundMs();
      const processes = await postgres.processes();
      const answers = await askWhile(async () => {
        processes.forEach((pid) => process.kill(pid, 'SIGSTOP'));
        await wait(awaySeconds * 1_000);
      }).finally(() => processes.forEach((pid) => process.kill(pid, 'SIGCONT')));
      const slowest = expectHeard(answers, sound);
      const recovered = await query.untilWhole(recoveryMs + 3 * sound);
      figures.note(`SIGSTOP of PostgreSQL for ${awaySeconds} s`, 'slowest refusal', inMs(slowest));
      figures.note('', 'whole again after it goes on', inMs(recovered));
    });

    it('whose connections are all held up refuses in time, and answers when they are free', async () => {
      const { postgres, query, figures, soundMs } = world();
      const sound = await soundMs();
      const slowest = await withClient(postgres.url('owner'), async (client) => {
        await client.query('begin; lock table capacity.offer in access exclusive mode');
        const answers = await Promise.all(Array.from({ length: askers }, () => query.ask()));
        expect(answers.every(({ answer }) => answer.errors.length > 0)).toBe(true);
        await client.query('rollback');
        return expectHeard(answers, sound, askers);
      });
      const recovered = await query.untilWhole(recoveryMs + 3 * sound);
      figures.note(`a lock, and ${askers} who ask at once`, 'slowest refusal', inMs(slowest));
      figures.note('', 'whole again after it is free', inMs(recovered));
    });
  });
}
