import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errorMessage } from '../platform/errors.js';
import { httpTransport } from './subgraph-link/http-transport.js';
import { inProcessTransport } from './subgraph-link/in-process-transport.js';
import { rogueShapes, secret, type RogueShape } from './testing/rogue-shapes.js';
import { switchTransport } from './testing/switch-transport.js';
import { openTestGateway, type Answer, type TestGateway } from './testing/test-gateway.js';

const fetchMs = 300;
const slackMs = 150;
const query = '{ offers { id title organisation { name phone teams { name } } } version }';

/** What the others know, and nothing where people should have spoken. */
const partial = {
  offers: [
    { id: '1', title: 'Offer 1', organisation: null },
    { id: '2', title: 'Offer 2', organisation: null },
  ],
  version: '1',
};

const people = switchTransport();
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway({ links: { people }, timeouts: { fetchMs } });
});
afterAll(() => gateway.close());

/** A sound answer first: it keeps the circuit closed, and the plan is made. */
async function askRogue({ start }: RogueShape): Promise<Answer & { durationMs: number }> {
  people.target = inProcessTransport(gateway.subgraphs.people.endpoint);
  expect(await gateway.ask(query)).not.toHaveProperty('errors');
  const rogue = await start();
  people.target = httpTransport(rogue.url, { timeoutMs: fetchMs });
  const startedAt = performance.now();
  const answer = await gateway.ask(query);
  const durationMs = performance.now() - startedAt;
  await people.target.close();
  await rogue.close();
  return { ...answer, durationMs };
}

describe.each(rogueShapes)('a subgraph that $does', (shape: RogueShape) => {
  let answer: Answer & { durationMs: number };
  beforeAll(async () => {
    answer = await askRogue(shape);
  });

  it('leaves the rest of the answer whole', () => {
    expect(answer).toMatchObject({ status: 200, data: partial });
  });

  it('is told as one error for each empty place, with code, path and name', () => {
    const extensions = { code: shape.code, subgraph: 'people' };
    const message = errorMessage(shape.code, 'nl', extensions);
    expect(answer.errors).toEqual([
      { message, extensions, path: ['offers', 0, 'organisation'] },
      { message, extensions, path: ['offers', 1, 'organisation'] },
    ]);
  });

  it('tells the client nothing of itself', () => {
    const text = JSON.stringify(answer);
    expect(text).not.toContain(secret);
    expect(text).not.toMatch(/127\.0\.0\.1|stack|node_modules|undici/i);
  });

  it('costs no more than its time', () => {
    expect(answer.durationMs).toBeLessThan(fetchMs + slackMs);
  });
});
