import { describe, expect, it } from '@jest/globals';
import { developmentToken } from '../../../infra/identity/development-identity.js';
import type { HubProcesses } from '../../../infra/processes/open-processes.js';
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
const between = 12;
const startWithinMs = 60_000;

export function kills(world: () => World): void {
  describe('a part that is killed while providers publish', () => {
    const count = rounds * (parts.length + 1);

    it(
      'costs no accepted report and doubles none, and is there again by itself',
      async () => {
        const { hub, postgres, read, figures, soundMs, query } = world();
        const sound = await soundMs();
        const publishers = await choosePublishers(read, publisherCount);
        const accepted: number[] = [];
        const token = (organisation: string): Promise<string> =>
          developmentToken(hub.dataFolder, { sub: 'faults', roles: ['provider-system'], organisation }, 24 * 60);
        const publisherHub = { url: hub.url, token, onAcknowledged: (at: number) => void accepted.push(at) };
        const each = Math.ceil(((count + 1) * between) / publisherCount);
        const publishing = Promise.all(publishers.map((publisher) => publishAll(publisher, publisherHub, each)));

        const victims = Array.from({ length: rounds }, () => random.sample([...parts, null], parts.length + 1)).flat();
        for (const part of victims) {
          const due = accepted.length + between / 2;
          await Promise.race([publishing, soon(() => accepted.length >= due || undefined, startWithinMs)]);
          const killed = performance.now();
          if (part === null) await killPostgres(postgres);
          else process.kill(hub.processes()[part].pid() ?? 0, 'SIGKILL');
          const recovered = await firstAfter(accepted, killed);
          if (part !== null) await soon(() => hub.processes()[part].isThere() || undefined, startWithinMs);
          figures.note(`kill -9 of ${part ?? 'PostgreSQL'}`, 'next report accepted', inMs(recovered));
          if (rounds === 1) expect(recovered).toBeLessThan(recoveryMs + 10 * sound);
        }
        await publishing;
        await expectPublished(read, publishers, each);
        figures.note('all kills', 'accepted and lost · doubled', `0 · 0 of ${each * publisherCount}`);
        await query.untilWhole(startWithinMs);
      },
      120_000 + count * 20_000,
    );
  });
}

async function killPostgres(postgres: World['postgres']): Promise<void> {
  const [postmaster] = (await postgres.processes()).slice(-1);
  process.kill(postmaster ?? 0, 'SIGKILL');
  await postgres.start();
}

/** How long after a moment the next report was accepted that was sent after it or was underway. */
async function firstAfter(accepted: readonly number[], moment: number): Promise<number> {
  const next = await soon(() => accepted.find((at) => at > moment + 1), startWithinMs);
  return next - moment;
}
