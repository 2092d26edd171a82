import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { HubProcesses } from '../../../infra/processes/open-processes.js';
import type { SupervisedProcess } from '../../../infra/processes/supervise.js';
import { soon } from '../../builders/soon.js';
import { amountOf, inMs, random, recoveryMs } from '../profile.js';
import { startProviders, type Providers } from './providers.js';
import type { World } from './world.js';

const postgresql = 'PostgreSQL';
const parts = [
  ...(['gateway', 'cases', 'capacity', 'people', 'capacity for bulk', 'gateway for bulk'] as const),
  postgresql,
] as const satisfies readonly (keyof HubProcesses | typeof postgresql)[];
type Part = (typeof parts)[number];

const rounds = amountOf('FAULT_PART_KILLS', 1);
/** How many reports are accepted before and after each kill. */
const reports = 8;
const startWithinMs = 60_000;
/** After how long a life a part that ends is started again at once, and not later each time. */
const forgivenMs = 31_000;

export function kills(world: () => World): void {
  /** Kills a part; the longest for which no report was accepted. */
  async function silenceAfterKill(part: Part, { accepted, untilMore }: Providers): Promise<number> {
    await untilMore(reports);
    const killed = performance.now();
    if (part === postgresql) await killPostgres(world().postgres);
    else await killProcess(world().hub.processes()[part]);
    await untilMore(reports);
    return longestSilence(accepted, killed);
  }

  describe('a part that is killed while providers publish', () => {
    it(
      'costs no accepted report and doubles none, and is there again by itself',
      async () => {
        const { figures, startedMs, query } = world();
        const providers = await startProviders(world());
        for (let round = 0; round < rounds; round += 1) {
          if (round > 0) await wait(forgivenMs);
          for (const part of random.sample(parts, parts.length)) {
            const silence = await silenceAfterKill(part, providers);
            figures.note(`kill -9 of ${part}`, 'longest without a report accepted', inMs(silence));
            expect(silence).toBeLessThan(recoveryMs + startedMs);
          }
        }
        await providers.finish();
        figures.note('all kills', 'accepted and lost · doubled', `0 · 0 of ${providers.accepted.length}`);
        await query.untilWhole(startWithinMs);
      },
      120_000 + rounds * 240_000,
    );
  });
}

async function killProcess(part: SupervisedProcess): Promise<void> {
  process.kill(part.pid() ?? 0, 'SIGKILL');
  await soon(() => !part.isThere() || undefined, startWithinMs);
  await soon(() => part.isThere() || undefined, startWithinMs);
}

async function killPostgres(postgres: World['postgres']): Promise<void> {
  process.kill(await postgres.postmaster(), 'SIGKILL');
  await postgres.start();
}

/** The longest between two reports that were accepted, from the last before a moment on. */
function longestSilence(accepted: readonly number[], since: number): number {
  const times = accepted.slice(Math.max(accepted.findIndex((at) => at >= since) - 1, 0));
  return Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? at)));
}
