import { describe, expect, it } from '@jest/globals';
import type { SubgraphAnswer, SubgraphEndpoint } from '../../platform/subgraph/subgraph-endpoint.js';
import { inProcessTransport } from './in-process-transport.js';
import { withinTime } from './time-limit.js';

const answer: SubgraphAnswer = { status: 200, result: { data: {} } };

function transportTo(answers: () => Promise<SubgraphAnswer>): ReturnType<typeof inProcessTransport> {
  return inProcessTransport({ answer: answers, ready: () => Promise.resolve(200) } as unknown as SubgraphEndpoint);
}

describe('a subgraph in the same process', () => {
  it('answers without HTTP', async () => {
    const transport = transportTo(() => Promise.resolve(answer));
    expect(await withinTime(100, (signal) => transport.send('{}', 'Bearer x', signal))).toBe(answer);
    expect(await withinTime(100, (signal) => transport.ready('Bearer x', signal))).toBe(200);
  });

  it('is waited for no longer than over HTTP', async () => {
    const transport = transportTo(() => new Promise(() => undefined));
    await expect(withinTime(50, (signal) => transport.send('{}', 'Bearer x', signal))).rejects.toMatchObject({
      code: 'SUBGRAPH_TIMEOUT',
    });
  });

  it('may still fail when nobody waits for it any more', async () => {
    const transport = transportTo(
      () => new Promise((_resolve, reject) => setTimeout(() => reject(new Error('late')), 30)),
    );
    await expect(withinTime(5, (signal) => transport.send('{}', 'Bearer x', signal))).rejects.toMatchObject({
      code: 'SUBGRAPH_TIMEOUT',
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
  });
});
