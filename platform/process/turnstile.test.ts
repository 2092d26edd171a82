import { describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { HubError } from '../errors/errors.js';
import { createTurnstile } from './turnstile.js';

describe('a turnstile', () => {
  it('lets no more through than it is wide, and everyone in the order of coming', async () => {
    const turnstile = createTurnstile(2, 5_000);
    const order: number[] = [];
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        turnstile.pass(async () => {
          order.push(index);
          most = Math.max(most, ++inside);
          await wait(1);
          inside -= 1;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('goes on after work that failed', async () => {
    const turnstile = createTurnstile(1, 5_000);
    const failing = turnstile.pass(() => Promise.reject(new Error('broken')));
    const next = turnstile.pass(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });

  it('sends away who waits too long, and keeps the turn of the others', async () => {
    const turnstile = createTurnstile(1, 20);
    let open = (): void => undefined;
    const held = turnstile.pass(() => new Promise<void>((resolve) => (open = resolve)));
    await expect(turnstile.pass(() => Promise.resolve())).rejects.toThrow(HubError);
    open();
    await held;
    expect(await turnstile.pass(() => Promise.resolve('done'))).toBe('done');
  });
});
