import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { token } from '../testing/identity.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';
import type { AddRoutes } from './added-routes.js';

/** Answers what the operation of a file answers. */
const addRoutes: AddRoutes = ({ http, identify, run }) => {
  http.get('/added', { onRequest: identify }, (request) => run(request, 'YearTable', { reportingYear: 2023 }));
};

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway({ routes: [addRoutes] });
});
afterAll(() => gateway.close());

async function ask(headers: Record<string, string>): Promise<[number, unknown]> {
  const response = await fetch(`${gateway.url}/added`, { headers });
  return [response.status, await response.json()];
}

describe('a route that the hub adds', () => {
  it('is closed to whoever has no token', async () => {
    expect(await ask({})).toMatchObject([401, { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
  });

  it('runs an operation under the checks of every operation, with errors in the language of the caller', async () => {
    const authorization = `Bearer ${await token({})}`;
    // the small supergraph knows no year table
    expect(await ask({ authorization })).toMatchObject([
      200,
      {
        data: null,
        errors: [
          { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' }, message: expect.stringMatching(/^De vraag past niet/) },
        ],
      },
    ]);
    expect(await ask({ authorization, 'accept-language': 'en' })).toMatchObject([
      200,
      { errors: [{ message: expect.stringMatching(/^The query does not fit/) }] },
    ]);
  });
});
