import { describe, expect, it } from '@jest/globals';
import { developmentToken } from '../../../infra/identity/development-identity.js';
import type { HubProcesses } from '../../../infra/processes/open-processes.js';
import type { SupervisedProcess } from '../../../infra/processes/supervise.js';
import { soon } from '../../builders/soon.js';
import { amountOf, inMs, random, recoveryMs } from '../profile.js';
import { choosePublishers, expectPublished } from '../published.js';
import { publishAll } from '../publisher.js';
import type { World } from './world.js';

const parts = [
  'gateway',
  'cases',
  'capacity',
  'people',
  'capacity for bulk',
  'gateway for bulk',
] as const satisfies readonly (keyof HubProcesses)[];
const rounds = amountOf('FAULT_PART_KILLS', 1);
const publisherCount = 4;
/** How many publications are accepted between one kill and the next. */
const between = 8;
const restMs = 50;
const startWithinMs = 60_000;

export function kills(world: () => World): void {
  describe('a part that is killed while providers publish', () => {
    const count = rounds * (parts.length + 1);

    it(
      'costs no accepted report and doubles none, and is there again by itself',
      async () => {
        const { hub, postgres, read, figures, startedMs, query } = world();
        const publishers = await choosePublishers(read, publisherCount);
        const accepted: number[] = [];
        const token = (organisation: string): Promise<string> =>
          developmentToken(hub.dataFolder, { sub: 'faults', roles: ['provider-system'], organisation }, 24 * 60);
        const publisherHub = { url: hub.url, token, restMs, onAcknowledged: (at: number) => void accepted.push(at) };
        let wanted = Infinity;
        const publishing = Promise.all(
          publishers.map((publisher) => publishAll(publisher, publisherHub, () => wanted)),
        );
        /** Until so many more are accepted; fails with the publishers, when they do. */
        const untilMore = async (more: number): Promise<void> => {
          const due = accepted.length + more;
          const arrived = soon(() => accepted.length >= due || undefined, startWithinMs);
          await Promise.race([arrived, publishing.then(() => arrived)]);
        };

        const victims = Array.from({ length: rounds }, () => random.sample([...parts, null], parts.length + 1)).flat();
        for (const part of victims) {
          await untilMore(between);
          const killed = performance.now();
          if (part === null) await killPostgres(postgres);
          else await killPart(hub.processes()[part]);
          await untilMore(between);
          const silence = longestSilence(accepted, killed);
          figures.note(`kill -9 of ${part ?? 'PostgreSQL'}`, 'longest without a report accepted', inMs(silence));
          if (rounds === 1) expect(silence).toBeLessThan(recoveryMs + startedMs);
        }
        wanted = 0;
        await publishing;
        await expectPublished(read, publishers);
        figures.note('all kills', 'accepted and lost · doubled', `0 · 0 of ${accepted.length}`);
        await query.untilWhole(startWithinMs);
      },
      120_000 + count * 20_000,
    );
  });
}

async function killPart(part: SupervisedProcess): Promise<void> {
  process.kill(part.pid() ?? 0, 'SIGKILL');
  await soon(() => !part.isThere() || undefined, startWithinMs);
  await soon(() => part.isThere() || undefined, startWithinMs);
}

async function killPostgres(postgres: World['postgres']): Promise<void> {
  const [postmaster] = (await postgres.processes()).slice(-1);
  process.kill(postmaster ?? 0, 'SIGKILL');
  await postgres.start();
}

/** The longest between two reports that were accepted, from the last before a moment on. */
function longestSilence(accepted: readonly number[], since: number): number {
  const times = accepted.slice(Math.max(accepted.findIndex((at) => at >= since) - 1, 0));
  return Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? at)));
}
