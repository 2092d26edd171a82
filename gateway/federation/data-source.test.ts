import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import type { SubgraphLink } from '../subgraph-link/subgraph-link.js';
import { limits } from '../limits/limits.js';
import { smallSupergraph } from '../testing/small-hub.js';
import { answerSchema } from './answers/answer-schema.js';
import { subgraphDataSource } from './data-source.js';
import { startAnswer } from './answers/failures.js';

const schema = answerSchema(smallSupergraph);

/** Lets a data source run one fetch, and gives what the request then knows. */
async function run(link: Pick<SubgraphLink, 'ask'>, timeLeftMs: number): Promise<unknown> {
  const source = subgraphDataSource({ name: 'cases', ...link } as SubgraphLink, schema, 1_000);
  const answer = startAnswer();
  const context = { caller: {}, deadlineAt: performance.now() + timeLeftMs, answer };
  const request = { query: '{ version }' };
  const fetch = {
    request,
    context,
    document: parse(request.query),
    incomingRequestContext: {},
    kind: 'incoming operation',
  };
  expect(await source.process(fetch as never)).toEqual({ data: null });
  return answer.failures;
}

describe('a fetch', () => {
  it('is not begun when the time of the request is over', async () => {
    const ask = (): never => {
      throw new Error('asked');
    };
    expect(await run({ ask }, -1)).toEqual([
      { code: 'DEADLINE_EXCEEDED', parameters: { subgraph: 'cases' }, paths: [['version']] },
    ]);
  });

  it('gets no more time than the request has left', async () => {
    const times: number[] = [];
    const ask = (_request: unknown, _caller: unknown, { timeoutMs }: { timeoutMs: number }): Promise<never> => {
      times.push(timeoutMs);
      return Promise.reject(new Error('unexpected'));
    };
    expect(await run({ ask }, 200)).toMatchObject([{ code: 'INTERNAL' }]);
    await run({ ask }, 5_000);
    expect(times[0]).toBeLessThanOrEqual(200);
    expect(times[1]).toBe(1_000);
  });

  it('that tells of more errors than an answer may carry is not read to its end', async () => {
    const errors = Array.from({ length: 10 * limits.reportedErrors }, () => ({ message: 'x', path: ['version'] }));
    const failures = await run({ ask: () => Promise.resolve({ data: null, errors }) }, 1_000);
    expect(failures).toHaveLength(limits.reportedErrors);
  });
});
