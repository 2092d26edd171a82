import { Agent, request } from 'undici';
import { afterEach, describe, expect, it } from '@jest/globals';
import { token } from '../../testing/identity.js';
import { rogueOverHttp, saying, type Rogue } from '../../testing/rogue.js';
import { openTestGateway, type TestGateway } from '../../testing/test-gateway.js';
import { httpTransport } from '../../subgraph-link/http-transport.js';

const brokerToken = await token();

let subgraph: Rogue;
let agent: Agent;
/** How many requests have come as far as the subgraph. */
let arrived = 0;
afterEach(async () => {
  await agent.destroy();
  await subgraph.close();
});

/** A gateway over a subgraph that takes its time. */
async function slowGateway(ms: number, connections: number): Promise<TestGateway> {
  agent = new Agent({ connections });
  arrived = 0;
  subgraph = await rogueOverHttp((incoming, response) => {
    arrived += 1;
    setTimeout(() => saying('{"data":{"version":"1"}}')(incoming, response), ms);
  });
  return openTestGateway({ links: { cases: httpTransport(subgraph.url) } });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

interface Outcome {
  readonly status: number;
  readonly connection: unknown;
  readonly body: string;
}

async function ask(url: string): Promise<Outcome> {
  const response = await request(`${url}/graphql`, {
    method: 'POST',
    dispatcher: agent,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${brokerToken}` },
    body: '{"query":"{ version }"}',
  });
  return { status: response.statusCode, connection: response.headers['connection'], body: await response.body.text() };
}

async function readiness(url: string): Promise<unknown[]> {
  const { statusCode, body } = await request(`${url}/health/ready`, { dispatcher: agent });
  return [statusCode, ((await body.json()) as { status: unknown }).status];
}

describe('a gateway that stops', () => {
  it('fails no request that it accepted, while clients keep asking', async () => {
    const gateway = await slowGateway(40, 16);
    await ask(gateway.url);
    const outcomes: Outcome[] = [];
    const failures: string[] = [];
    let isOver = false;
    const clients = Array.from({ length: 16 }, async () => {
      while (!isOver) {
        await ask(gateway.url).then(
          (outcome) => outcomes.push(outcome),
          (error: unknown) => {
            failures.push(String((error as { code?: unknown }).code));
            isOver = true;
          },
        );
      }
    });
    await until(() => outcomes.length >= 48);
    await gateway.close();
    await Promise.all(clients);

    for (const { status, body } of outcomes) expect([status, body]).toEqual([200, '{"data":{"version":"1"}}\n']);
    // after it closed nobody is let in: that is the only failure there may be
    expect(new Set(failures)).toEqual(new Set(['ECONNREFUSED']));
  });

  it('finishes what is underway and then says that the connection ends', async () => {
    const gateway = await slowGateway(200, 1);
    const underway = ask(gateway.url);
    await until(() => arrived === 1);
    const closed = gateway.close();
    expect(await underway).toMatchObject({ status: 200, connection: 'close' });
    await closed;
  });

  it('answers what still comes over a kept connection, and waits for that too', async () => {
    const gateway = await slowGateway(600, 1);
    await ask(gateway.url);
    const closed = gateway.close();
    expect(await ask(gateway.url)).toMatchObject({ status: 200, connection: 'close' });
    await closed;
    await expect(ask(gateway.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('says on a kept connection that it is not ready from the moment it stops, and answers questions there', async () => {
    const gateway = await slowGateway(600, 2);
    // at once, so that there are two connections
    const [, before] = await Promise.all([ask(gateway.url), readiness(gateway.url)]);
    expect(before).toEqual([200, 'ready']);
    const underway = ask(gateway.url);
    await until(() => arrived === 2);
    const closed = gateway.close();
    expect(await readiness(gateway.url)).toEqual([503, 'not-ready']);
    expect(await underway).toMatchObject({ status: 200, connection: 'close' });
    await closed;
  });

  it('waits no longer than a request may take', async () => {
    agent = new Agent();
    arrived = 0;
    subgraph = await rogueOverHttp(() => (arrived += 1));
    const timeouts = { fetchMs: 600_000, requestMs: 300 };
    const gateway = await openTestGateway({ links: { cases: httpTransport(subgraph.url) }, timeouts });
    const underway = ask(gateway.url);
    await until(() => arrived === 1);
    await gateway.close();
    expect((await underway).body).toContain('SUBGRAPH_TIMEOUT');
  });

  it('can be told twice', async () => {
    const gateway = await slowGateway(1, 1);
    await Promise.all([gateway.stop(), gateway.stop()]);
    await gateway.close();
    await expect(ask(gateway.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
