import { readFileSync } from 'node:fs';
import { QueryPlanner } from '@apollo/query-planner';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { documentsOf, explosions } from '../testing/explosions.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

/** The planner of the whole hub; how long it takes is printed by `npm run bench:security`. */
const supergraph = readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8');
const mostPlansWeighed = 16;

let gateway: TestGateway;
const planned = jest.spyOn(QueryPlanner.prototype, 'buildQueryPlan');
beforeAll(async () => {
  gateway = await openTestGateway({ supergraph });
});
afterAll(() => gateway.close());
afterEach(() => {
  planned.mockClear();
});

/** How many plans were weighed for the last question; null when none was made. */
function plansWeighed(): number | null {
  const planner = planned.mock.contexts.at(-1) as QueryPlanner | undefined;
  return planner ? (planner.lastGeneratedPlanStatistics()?.evaluatedPlanCount ?? 0) : null;
}

describe.each(explosions)('a document with $name', (explosion) => {
  it('is refused before anything is planned, or is planned by weighing few plans, at any size up to the longest', async () => {
    const documents = documentsOf(explosion);
    const outcomes: Outcome[] = [];
    for (const query of documents) outcomes.push(await outcomeOf(query));
    const refused = explosion.isInvalid ? /QUERY_TOO_LARGE|GRAPHQL_(PARSE|VALIDATION)_FAILED/ : /QUERY_TOO_LARGE/;
    const isRight = ({ weighed, code }: Outcome): boolean =>
      weighed === null ? refused.test(code) : weighed <= mostPlansWeighed;
    expect(outcomes.filter((outcome) => !isRight(outcome))).toEqual([]);
    if (!explosion.isInvalid) expect(outcomes[0]?.weighed).toEqual(expect.any(Number));
    expect(outcomes.at(-1)).toMatchObject({ weighed: null });
  });
});

interface Outcome {
  readonly length: number;
  readonly weighed: number | null;
  readonly code: string;
}

async function outcomeOf(query: string): Promise<Outcome> {
  planned.mockClear();
  const { errors } = await gateway.ask(query);
  return { length: query.length, weighed: plansWeighed(), code: String(errors?.[0]?.extensions?.['code']) };
}

it('a question that the hub is for is planned, and counted', async () => {
  await gateway.ask(
    '{ options(need: { birthYear: 2014, municipalityCode: "0995" }, first: 2) { edges { node { title organisation { name } } } } }',
  );
  expect(plansWeighed()).toBeGreaterThan(0);
});
