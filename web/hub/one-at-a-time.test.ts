import { describe, expect, it } from '@jest/globals';
import { oneAtATime } from './one-at-a-time.js';

/** Waits that end when somebody says so. */
function waits() {
  const ends: (() => void)[] = [];
  return {
    wait: () => new Promise<void>((resolve) => ends.push(resolve)),
    /** Ends the first of them, and lets what waited for it go on. */
    async end(): Promise<void> {
      ends.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
    running: () => ends.length,
  };
}

describe('what is done one at a time', () => {
  it('is done at once, and once more for all that was asked meanwhile, after a pause', async () => {
    const [work, pause] = [waits(), waits()];
    const start = oneAtATime(async () => {
      await work.wait();
      return false;
    }, pause.wait);
    for (let times = 0; times < 5; times++) start();
    expect(work.running()).toBe(1);
    await work.end();
    start();
    expect([work.running(), pause.running()]).toEqual([0, 1]);
    await pause.end();
    expect(work.running()).toBe(1);
    await work.end();
    await pause.end();
    expect([work.running(), pause.running()]).toEqual([0, 0]);
    start();
    expect(work.running()).toBe(1);
  });

  it('is done again where it did not succeed, after a pause', async () => {
    const pause = waits();
    const tries = [true, true, false];
    const start = oneAtATime(() => Promise.resolve(tries.shift() ?? false), pause.wait);
    start();
    for (let times = 0; times < 5; times++) await pause.end();
    expect([tries, pause.running()]).toEqual([[], 0]);
  });
});
