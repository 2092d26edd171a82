import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { httpTransport } from './subgraph-link/http-transport.js';
import { inProcessTransport } from './subgraph-link/in-process-transport.js';
import { nobodyThere, rogueOverHttp, saying } from './testing/rogue.js';
import { switchTransport } from './testing/switch-transport.js';
import { openTestGateway, type TestGateway } from './testing/test-gateway.js';

const flagship = `query Flagship($id: ID!) {
  case(id: $id) {
    number
    need { birthYear }
    owner { name }
    options(first: 2) { considered edges { rank node { title organisation { name teams { name } } } } }
  }
}`;

const cases = switchTransport();
const capacity = switchTransport();
const people = switchTransport();
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway({ links: { cases, capacity, people }, timeouts: { circuitResetMs: 1 } });
});
afterAll(() => gateway.close());
beforeEach(() => {
  cases.target = inProcessTransport(gateway.subgraphs.cases.endpoint);
  capacity.target = inProcessTransport(gateway.subgraphs.capacity.endpoint);
  people.target = inProcessTransport(gateway.subgraphs.people.endpoint);
});

describe('the main question with one subgraph down', () => {
  const down = (subgraph: string, path: (string | number)[]): unknown =>
    expect.objectContaining({ path, extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph } });

  it('keeps everything but the organisations when people is down', async () => {
    people.target = httpTransport((await nobodyThere()).url);
    const { data, errors } = await gateway.ask(flagship, { id: '7' });
    expect(data).toMatchObject({ case: { number: 'FL-7', owner: null, options: { considered: 2014 } } });
    expect(data).toMatchObject({
      case: { options: { edges: [{ node: { title: 'Offer 1', organisation: null } }, {}] } },
    });
    expect(errors).toHaveLength(3);
    expect(errors).toContainEqual(down('people', ['case', 'owner']));
    expect(errors).toContainEqual(down('people', ['case', 'options', 'edges', 0, 'node', 'organisation']));
    expect(errors).toContainEqual(down('people', ['case', 'options', 'edges', 1, 'node', 'organisation']));
  });

  it('keeps the case and its owner when capacity is down', async () => {
    capacity.target = httpTransport((await nobodyThere()).url);
    const { data, errors } = await gateway.ask(flagship, { id: '7' });
    expect(data).toMatchObject({ case: { number: 'FL-7', owner: { name: 'Organisation o9' }, options: null } });
    expect(errors).toEqual([down('capacity', ['case', 'options'])]);
  });

  it('says that the case is missing when cases is down', async () => {
    cases.target = httpTransport((await nobodyThere()).url);
    const { data, errors, status } = await gateway.ask(flagship, { id: '7' });
    expect({ status, data }).toEqual({ status: 200, data: { case: null } });
    expect(errors).toEqual([down('cases', ['case'])]);
  });

  it('names each place under the alias that the client gave it', async () => {
    people.target = httpTransport((await nobodyThere()).url);
    const { errors } = await gateway.ask('{ first: offer(id: "1") { by: organisation { called: name } } }');
    expect(errors).toEqual([down('people', ['first', 'by'])]);
  });
});

describe('a required value that is missing', () => {
  it('never empties the whole answer in silence', async () => {
    cases.target = httpTransport((await nobodyThere()).url);
    const { data, errors } = await gateway.ask('{ version offers { id } }');
    expect(data).toBeNull();
    expect(errors).toEqual([
      expect.objectContaining({ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'cases' } }),
    ]);
  });

  it('is an error of its own, and nothing of it stays in the extensions', async () => {
    const gone = saying(JSON.stringify({ data: { _entities: [null] } }));
    const rogue = await rogueOverHttp(gone);
    people.target = httpTransport(rogue.url);
    const answer = await gateway.ask('{ offer(id: "1") { title organisation { name } } }');
    expect(answer).toEqual({
      status: 200,
      data: { offer: { title: 'Offer 1', organisation: null } },
      errors: [expect.objectContaining({ path: ['offer', 'organisation'], extensions: { code: 'ANSWER_INCOMPLETE' } })],
    });
    await people.target.close();
    await rogue.close();
  });

  it('is told also when something else failed', async () => {
    const rogue = await rogueOverHttp(saying(JSON.stringify({ data: { _entities: [null] } })));
    people.target = httpTransport(rogue.url);
    cases.target = httpTransport((await nobodyThere()).url);
    const { errors } = await gateway.ask('{ offer(id: "1") { organisation { name } } case(id: "1") { number } }');
    expect(errors?.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([
      [['case'], 'SUBGRAPH_UNAVAILABLE'],
      [['offer', 'organisation'], 'ANSWER_INCOMPLETE'],
    ]);
    await people.target.close();
    await rogue.close();
  });
});

describe('an error of a subgraph', () => {
  let close: () => Promise<void>;
  afterEach(() => close());

  /** People answers with these errors for the entities it was asked for. */
  async function peopleSays(answer: unknown): Promise<void> {
    const rogue = await rogueOverHttp(saying(JSON.stringify(answer)));
    people.target = httpTransport(rogue.url);
    close = async () => {
      await people.target.close();
      await rogue.close();
    };
  }

  it('keeps its code and the parameters of its text, and gets its place in the whole answer', async () => {
    await peopleSays({
      data: {
        _entities: [
          { name: 'A', teams: [] },
          { name: 'B', teams: null },
        ],
      },
      errors: [
        {
          message: 'x',
          path: ['_entities', 1, 'teams'],
          extensions: { code: 'PAGE_TOO_LARGE', limit: 100, secret: 'x', stacktrace: ['x'] },
        },
      ],
    });
    const { data, errors } = await gateway.ask('{ offers { organisation { name teams { name } } } }');
    expect(data).toMatchObject({ offers: [{}, { organisation: { name: 'B', teams: null } }] });
    expect(errors).toEqual([
      {
        message: 'Vraag ten minste 1 en ten hoogste 100 regels tegelijk met "first".',
        path: ['offers', 1, 'organisation', 'teams'],
        extensions: { code: 'PAGE_TOO_LARGE', limit: 100 },
      },
    ]);
  });

  it.each([
    ['the list of entities', ['_entities']],
    ['nothing', undefined],
    ['nonsense', { a: 1 }],
  ])('that points at %s is told for every entity', async (_what, path) => {
    await peopleSays({ data: null, errors: [{ message: 'x', path, extensions: { code: 'FORBIDDEN' } }] });
    const { errors } = await gateway.ask('{ offers { organisation { name } } }');
    expect(errors?.map((error) => [error.path, error.extensions?.['code']])).toEqual([
      [['offers', 0, 'organisation'], 'FORBIDDEN'],
      [['offers', 1, 'organisation'], 'FORBIDDEN'],
    ]);
  });
});
