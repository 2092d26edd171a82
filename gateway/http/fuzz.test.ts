import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FormattedExecutionResult } from 'graphql';
import { isErrorCode } from '../../platform/errors/errors.js';
import { spoiltDocument } from '../testing/spoilt-document.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const runs = { numRuns: 250 };

const operation = `query A($filter: CaseFilter, $first: Int = 2) {
  cases(first: $first, filter: $filter) { ...F need { birthYear rungs } owner { name @include(if: true) } }
  offer(id: "1") { ... on Offer { title organisation { teams { id } } } }
}
fragment F on Case { id number status }`;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

/** Whatever is sent, the hub answers in JSON and knows what it says; nothing of it is its own fault. */
async function isAnswered(body: string): Promise<void> {
  const response = await gateway.post(body);
  expect(response.status).toBeLessThan(500);
  expect(response.headers.get('content-type')).toMatch(/json/);
  const { data, errors } = (await response.json()) as FormattedExecutionResult;
  expect(data !== undefined || (errors?.length ?? 0) > 0).toBe(true);
  if (data === null) expect(errors).toBeDefined();
  for (const { extensions } of errors ?? []) {
    expect(isErrorCode(extensions?.['code'])).toBe(true);
    expect(extensions?.['code']).not.toBe('INTERNAL');
  }
}

describe('whatever a client sends', () => {
  it('as a body is answered', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), isAnswered), runs);
  });

  it('as JSON is answered', async () => {
    await fc.assert(fc.asyncProperty(fc.json(), isAnswered), runs);
  });

  it('as parts of a request is answered', async () => {
    const value = fc.jsonValue();
    const request = fc.record(
      { query: value, variables: value, operationName: value, extensions: value },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(request, (parts) => isAnswered(JSON.stringify(parts))),
      runs,
    );
  });

  it('as a document is answered', async () => {
    const send = (query: string): Promise<void> => isAnswered(JSON.stringify({ query, variables: {} }));
    await fc.assert(fc.asyncProperty(spoiltDocument(operation), send), runs);
  });

  it('as variables is answered', async () => {
    const filter = fc.record(
      {
        numbers: fc.jsonValue(),
        born: fc.record({ from: fc.jsonValue(), until: fc.jsonValue() }, { requiredKeys: [] }),
        status: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const send = (variables: unknown): Promise<void> => isAnswered(JSON.stringify({ query: operation, variables }));
    await fc.assert(fc.asyncProperty(fc.record({ filter, first: fc.constantFrom(0, 1, 2) }), send), runs);
  });
});
