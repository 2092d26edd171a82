import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { broker } from '../../actors.js';
import { soon } from '../../builders/soon.js';
import { amountOf } from '../profile.js';
import { expectRefusedOrWhole } from './refusals.js';
import type { World } from './world.js';

const seconds = amountOf('FAULT_SOAK_SECONDS', 6);
const clients = 4;
/** In the long form memory says something: what it is at the end, of what it was when half was over. */
const longSeconds = 300;
const mostGrowth = 1.2;
const settleMs = 30_000;
const questions = [
  '{ offers(first: 20) { edges { node { id organisation { name } } } } }',
  '{ cases(first: 5) { edges { node { number } } } }',
];

/** A mixed load for a while, and what is left of it. */
export function soak(world: () => World): void {
  const pids = (): number[] => Object.values(world().hub.processes()).map((part) => part.pid() ?? 0);

  async function connections(): Promise<number> {
    const sql = `select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    return (await world().read<{ count: number }>(sql))[0]?.count ?? 0;
  }

  /** Files and sockets of all processes together, where the system shows them. */
  async function handles(): Promise<number> {
    const each = await Promise.all(pids().map((pid) => readdir(`/proc/${pid}/fd`).catch(() => [])));
    return each.flat().length;
  }

  async function megabytes(): Promise<number> {
    const each = await Promise.all(pids().map((pid) => readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')));
    return each.reduce((sum, text) => sum + Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0), 0) / 1_024;
  }

  async function askFor(forSeconds: number): Promise<number> {
    const { hub, query } = world();
    const until = performance.now() + forSeconds * 1_000;
    const one = async (turn: number): Promise<number> => {
      let asked = 0;
      for (; performance.now() < until; asked += 1) {
        if ((asked + turn) % 3 === 0) expectRefusedOrWhole(await query.ask());
        else await hub.query(questions[asked % 2] ?? '', {}, broker);
      }
      return asked;
    };
    const each = await Promise.all(Array.from({ length: clients }, (_, turn) => one(turn)));
    return each.reduce((sum, asked) => sum + asked, 0);
  }

  describe('a hub that is asked all the time', () => {
    it(
      'holds no more connections, files or sockets afterwards, and no more memory',
      async () => {
        const { figures } = world();
        const asked = await askFor(seconds / 2);
        const before = { connections: await connections(), handles: await handles(), megabytes: await megabytes() };
        const total = asked + (await askFor(seconds / 2));
        const after = await megabytes();
        await soon(async () => (await connections()) <= before.connections || undefined, settleMs);
        await soon(async () => (await handles()) <= before.handles || undefined, settleMs);
        if (seconds >= longSeconds) expect(after).toBeLessThan(before.megabytes * mostGrowth);
        figures.note(`${seconds} s of mixed load`, 'questions', String(total));
        figures.note(
          '',
          'memory of six processes halfway · at the end',
          `${before.megabytes.toFixed(0)} MB · ${after.toFixed(0)} MB`,
        );
      },
      120_000 + seconds * 1_000,
    );
  });
}
