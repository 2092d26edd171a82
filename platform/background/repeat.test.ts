import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../process/logger.js';
import { repeat } from './repeat.js';

const silent = createLogger('test', 'silent');

/** A task that counts its rounds, each of which takes some time. */
function counter(takesMs = 0, everyMs = 10_000) {
  const state = { rounds: 0, running: 0, most: 0 };
  const task = {
    name: 'count',
    everyMs,
    async run() {
      state.running++;
      state.most = Math.max(state.most, state.running);
      await wait(takesMs);
      state.running--;
      state.rounds++;
    },
  };
  return { state, task };
}

describe('a task in the background', () => {
  it('runs at once, then at its own pace', async () => {
    const { state, task } = counter(0, 20);
    const repetition = repeat(task, 'test', silent);
    await repetition.firstRound;
    expect(state.rounds).toBe(1);
    await wait(300);
    await repetition.stop();
    expect(state.rounds).toBeGreaterThan(2);
  });

  it('runs once more when it is woken in the middle of a round, never twice at once', async () => {
    const { state, task } = counter(50);
    const repetition = repeat(task, 'test', silent);
    repetition.wake();
    repetition.wake();
    await wait(250);
    await repetition.stop();
    expect(state).toMatchObject({ rounds: 2, most: 1 });
  });

  it('is stopped only when its round has ended', async () => {
    const { state, task } = counter(100);
    const repetition = repeat(task, 'test', silent);
    await repetition.stop();
    expect(state).toMatchObject({ rounds: 1, running: 0 });
  });

  it('stops at once while it sleeps', async () => {
    const { state, task } = counter(0, 600_000);
    const repetition = repeat(task, 'test', silent);
    await repetition.firstRound;
    await repetition.stop();
    expect(state.rounds).toBe(1);
  });

  it('that fails is tried again, later each time, with one line of log and no waking in between', async () => {
    const lines: string[] = [];
    const logger = createLogger('test', 'info', { write: (line: string) => lines.push(line) });
    let rounds = 0;
    const fails = {
      name: 'fails',
      everyMs: 10_000,
      run: () => Promise.reject(new Error(`round ${++rounds} of Jansen`)),
    };
    const repetition = repeat(fails, 'test', logger);
    for (let turn = 0; turn < 20; turn++) {
      repetition.wake();
      await wait(50);
    }
    await repetition.stop();
    expect(rounds).toBeGreaterThanOrEqual(2);
    expect(rounds).toBeLessThan(5);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('Jansen');
  });
});
