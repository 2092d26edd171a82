import { Agent, request } from 'undici';
import { afterEach, describe, expect, it } from '@jest/globals';
import { serveSubgraph } from './subgraph-http.js';
import type { SubgraphEndpoint } from './subgraph-endpoint.js';

/** Answers when it is told to. */
function patientEndpoint() {
  const waiting: (() => void)[] = [];
  const endpoint = {
    name: 'cases',
    answer: () => new Promise((resolve) => waiting.push(() => resolve({ status: 200, result: { data: {} } }))),
    ready: () => Promise.resolve(200),
  } as unknown as SubgraphEndpoint;
  return { endpoint, waiting };
}

describe('a subgraph behind HTTP that stops', () => {
  const agent = new Agent({ connections: 2 });
  afterEach(() => agent.destroy());

  it('finishes what is underway, answers what still comes over kept connections, and says that they end', async () => {
    const { endpoint, waiting } = patientEndpoint();
    const served = await serveSubgraph(endpoint, '127.0.0.1', 0);
    const ask = (path: string, method: 'GET' | 'POST') =>
      request(`${served.url}${path}`, { method, dispatcher: agent, ...(method === 'POST' && { body: '{}' }) });
    const open = async () => (await ask('/ready', 'GET')).body.dump();
    await Promise.all([open(), open()]);

    const underway = ask('/graphql', 'POST');
    while (waiting.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const closed = served.close();
    const late = await ask('/ready', 'GET');
    expect([late.statusCode, late.headers['connection']]).toEqual([200, 'close']);
    await late.body.dump();
    waiting[0]?.();
    expect((await underway).statusCode).toBe(200);
    await closed;
    await expect(ask('/ready', 'GET')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
