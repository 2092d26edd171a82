import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { exportStream, ndjson } from './export-stream.js';

describe('a stream of an export', () => {
  it('asks its source for no more than is read', async () => {
    let made = 0;
    const source = async function* () {
      for (; made < 1_000; made++) yield await Promise.resolve('x'.repeat(10_000));
    };
    const stream = exportStream(source, 10_000, () => undefined);
    stream.read(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(made).toBeLessThan(10);
    stream.destroy();
  });

  it('tells its source and its owner when nobody reads on', async () => {
    let isTold = false;
    let signal: AbortSignal | null = null;
    const stream = exportStream(
      async function* (given) {
        signal = given;
        for (;;) yield await Promise.resolve('x');
      },
      10_000,
      () => (isTold = true),
    );
    stream.read(1);
    stream.destroy();
    await once(stream, 'close');
    expect([isTold, (signal as AbortSignal | null)?.aborted]).toEqual([true, true]);
  });

  it('breaks off, and does not end, when its time is over', async () => {
    const stream = exportStream(
      async function* () {
        for (;;) {
          await new Promise((resolve) => setTimeout(resolve, 5));
          yield 'x';
        }
      },
      60,
      () => undefined,
    );
    stream.resume();
    const [error] = (await once(stream, 'error')) as [Error];
    expect(error.message).toBe('the export took too long');
    expect(stream.readableEnded).toBe(false);
  });

  it('writes one object a line', async () => {
    const objects = async function* () {
      yield await Promise.resolve({ text: 'een\ntwee' });
      yield {};
    };
    const lines: string[] = [];
    for await (const line of ndjson(objects())) lines.push(line);
    expect(lines).toEqual(['{"text":"een\\ntwee"}\n', '{}\n']);
  });
});
