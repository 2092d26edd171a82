import { describe, expect, it } from '@jest/globals';
import { readStream, type Told } from './read-stream.js';

const text =
  ':\n\nevent: next\ndata: {"id":"q1","payload":{"data":{"naam":"Zoë"}}}\n\n:\n\nevent: next\ndata: {"id":"q2","payload":{}}\n\nevent: complete\n\n';

/** A body that comes in pieces of so many bytes, so that events and letters are cut through. */
function inPieces(size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
}

describe('a stream of answers', () => {
  it.each([1, 2, 7, 60, 10_000])('is read whole when it comes in pieces of %i bytes', async (size) => {
    const told: Told[] = [];
    let signs = 0;
    await readStream(inPieces(size), { onTold: (one) => told.push(one), onSign: () => (signs += 1) });
    expect(told).toEqual([
      { id: 'q1', payload: { data: { naam: 'Zoë' } } },
      { id: 'q2', payload: {} },
    ]);
    expect(signs).toBeGreaterThan(0);
  });
});
