import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { createFairTurnstile, NotYet } from './fair-turnstile.js';

const overloaded = expect.objectContaining({ code: 'OVERLOADED' }) as unknown as Error;

describe('a turnstile where everyone has one place', () => {
  it('lets who came once pass before the second of who came often', async () => {
    const turnstile = createFairTurnstile(1, 60_000);
    const order: string[] = [];
    const come = (who: string, name: string): Promise<void> =>
      turnstile.pass(who, async () => {
        order.push(name);
        await turnOfLoop();
      });
    await Promise.all([come('a', 'a1'), come('a', 'a2'), come('a', 'a3'), come('b', 'b1'), come('c', 'c1')]);
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
  });

  it('has one of each inside, however wide it is', async () => {
    const turnstile = createFairTurnstile(3, 60_000);
    const inside = new Map<string, number>();
    const most = { own: 0, all: 0 };
    const come = (who: string): Promise<void> =>
      turnstile.pass(who, async () => {
        const own = (inside.get(who) ?? 0) + 1;
        inside.set(who, own);
        const all = [...inside.values()].reduce((sum, count) => sum + count, 0);
        most.own = Math.max(most.own, own);
        most.all = Math.max(most.all, all);
        await turnOfLoop();
        inside.set(who, (inside.get(who) ?? 0) - 1);
      });
    await Promise.all(Array.from({ length: 40 }, (_, index) => come(`caller ${index % 4}`)));
    expect(most).toEqual({ own: 1, all: 3 });
  });

  it('lets others pass before work that cannot begin yet, which comes again', async () => {
    const turnstile = createFairTurnstile(1, 60_000);
    let canBegin = false;
    const first = turnstile.pass('a', () => (canBegin ? Promise.resolve('done') : Promise.reject(new NotYet())));
    expect(await turnstile.pass('b', () => Promise.resolve('passed'))).toBe('passed');
    canBegin = true;
    expect(await first).toBe('done');
  });

  it('sends away whose turn does not come, be it for others, for himself or for what he waits for', async () => {
    const turnstile = createFairTurnstile(1, 60);
    let open = (): void => undefined;
    const held = turnstile.pass('a', () => new Promise<void>((resolve) => (open = resolve)));
    await expect(turnstile.pass('a', () => Promise.resolve())).rejects.toEqual(overloaded);
    await expect(turnstile.pass('b', () => Promise.resolve())).rejects.toEqual(overloaded);
    open();
    await held;
    await expect(turnstile.pass('c', () => Promise.reject(new NotYet()))).rejects.toEqual(overloaded);
    expect(await turnstile.pass('a', () => Promise.resolve('done'))).toBe('done');
  });

  it('goes on after work that failed', async () => {
    const turnstile = createFairTurnstile(1, 60_000);
    const failing = turnstile.pass('a', () => Promise.reject(new Error('broken')));
    const next = turnstile.pass('a', () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });
});
