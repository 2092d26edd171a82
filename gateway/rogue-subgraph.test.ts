import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errorMessage } from '../platform/errors/errors.js';
import { httpTransport } from './subgraph-link/http-transport.js';
import { inProcessTransport } from './subgraph-link/in-process-transport.js';
import { rogueShapes, secret, type RogueShape } from './testing/rogue-shapes.js';
import { switchTransport } from './testing/switch-transport.js';
import { openTestGateway, type Answer, type TestGateway } from './testing/test-gateway.js';

/** Who waits longer than for one fetch waits longer than a test may take. */
const timeouts = { fetchMs: 300, requestMs: 600_000 };
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
  gateway = await openTestGateway({ links: { people }, timeouts });
});
afterAll(() => gateway.close());

/** A sound answer first: it keeps the circuit closed, and makes the plan. */
async function askRogue({ start }: RogueShape): Promise<{ sound: Answer; rogue: Answer }> {
  people.target = inProcessTransport(gateway.subgraphs.people.endpoint);
  const sound = await gateway.ask(query);
  const server = await start();
  people.target = httpTransport(server.url, { timeoutMs: timeouts.fetchMs });
  const rogue = await gateway.ask(query);
  await people.target.close();
  await server.close();
  return { sound, rogue };
}

describe.each(rogueShapes)('a subgraph that $does', (shape: RogueShape) => {
  let answer: Answer;
  beforeAll(async () => {
    const { sound, rogue } = await askRogue(shape);
    expect(sound.errors).toBeUndefined();
    answer = rogue;
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
});
