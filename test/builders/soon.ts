import { setTimeout as wait } from 'node:timers/promises';

/** What a look gives as soon as it gives something. Throws when that takes longer than `withinMs`: as long as a busy machine may need. */
export async function soon<T>(look: () => T | undefined | Promise<T | undefined>, withinMs = 60_000): Promise<T> {
  const start = performance.now();
  while (performance.now() - start < withinMs) {
    const found = await look();
    if (found !== undefined) return found;
    await wait(50);
  }
  throw new Error('it did not come');
}
