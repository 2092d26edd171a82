import { describe, expect, it } from '@jest/globals';
import { soon } from '../../builders/soon.js';
import { amountOf } from '../profile.js';
import { lossesIn, startAskers } from './askers.js';
import type { World } from './world.js';

const restarts = amountOf('FAULT_RESTARTS', 3);
/** How many are answered before each restart. */
const between = 40;
const startWithinMs = 60_000;

/** A gateway that is told to stop under load. */
export function terminations(world: () => World): void {
  async function restart(): Promise<void> {
    const { gateway } = world().hub.processes();
    const pid = gateway.pid() ?? 0;
    process.kill(pid, 'SIGTERM');
    await soon(() => (gateway.pid() !== pid && gateway.isThere()) || undefined, startWithinMs);
  }

  describe('a gateway that is told to stop while many ask', () => {
    it(
      'answers everything that it let in',
      async () => {
        const { hub, figures } = world();
        const told = hub.told.length;
        const askers = await startAskers(hub);
        for (let turn = 0; turn < restarts; turn += 1) {
          await askers.untilMore(between);
          await restart();
        }
        const outcomes = await askers.finish();
        const { 200: whole = 0, ECONNREFUSED: closed = 0 } = Object.fromEntries(outcomes);
        expect([...lossesIn(outcomes).keys()].filter((outcome) => outcome !== 'ECONNREFUSED')).toEqual([]);
        const ends = hub.told.slice(told).filter((line) => line.includes('ended'));
        expect(ends.map((line) => line.split(';')[0])).toEqual(ends.map(() => 'gateway ended (exit code 0)'));
        figures.note(`${restarts} × SIGTERM of the gateway`, 'answered · door shut', `${whole} · ${closed}`);
        const all = [...outcomes.values()].reduce((sum, times) => sum + times, 0);
        figures.note('', 'told too late · let in and failed', `${all - whole - closed} · 0`);
      },
      120_000 + restarts * 30_000,
    );
  });
}
