import { describe, expect, it } from '@jest/globals';
import { Interrupted, trackOpened } from './opened.js';

describe('what a start has opened', () => {
  it('is closed in reverse order, also behind what fails to close', async () => {
    const opened = trackOpened();
    const closed: string[] = [];
    for (const name of ['database', 'subgraph', 'gateway'])
      opened.add(() => {
        closed.push(name);
        return name === 'subgraph' ? Promise.reject(new Error('stuck')) : Promise.resolve();
      });
    await expect(opened.close()).rejects.toThrow('stuck');
    expect(closed).toEqual(['gateway', 'subgraph', 'database']);
  });

  it('goes no further once it is interrupted, and is closed all the same', async () => {
    const opened = trackOpened();
    let isClosed = false;
    opened.interrupt();
    const add = (): void =>
      opened.add(() => {
        isClosed = true;
        return Promise.resolve();
      });
    expect(add).toThrow(Interrupted);
    await opened.close();
    expect(isClosed).toBe(true);
  });

  it('can be dropped without waiting, the last first', () => {
    const opened = trackOpened();
    const dropped: number[] = [];
    for (const number of [1, 2])
      opened.add(
        () => new Promise(() => undefined),
        () => dropped.push(number),
      );
    opened.drop();
    expect(dropped).toEqual([2, 1]);
  });
});
