import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errorMessage } from '../platform/errors/errors.js';
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

interface Timed {
  readonly answer: Answer;
  readonly ms: number;
}

async function timed(): Promise<Timed> {
  const start = performance.now();
  const answer = await gateway.ask(query);
  return { answer, ms: performance.now() - start };
}

/** A sound answer first: it keeps the circuit closed, makes the plan, and shows how busy the machine is. */
async function askRogue({ start }: RogueShape): Promise<{ sound: Timed; rogue: Timed }> {
  people.target = inProcessTransport(gateway.subgraphs.people.endpoint);
  const sound = await timed();
  const server = await start();
  people.target = httpTransport(server.url, { timeoutMs: fetchMs });
  const rogue = await timed();
  await people.target.close();
  await server.close();
  return { sound, rogue };
}

describe.each(rogueShapes)('a subgraph that $does', (shape: RogueShape) => {
  let answer: Answer;
  let sound: Timed;
  let ms: number;
  beforeAll(async () => {
    const asked = await askRogue(shape);
    ({ sound } = asked);
    ({ answer, ms } = asked.rogue);
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
    expect(sound.answer.errors).toBeUndefined();
    expect(ms).toBeLessThan(fetchMs + slackMs + 3 * sound.ms);
  });
});
