import { expect, it } from '@jest/globals';
import { createLogger } from '../../../platform/process/logger.js';
import { openTestGateway } from '../../testing/test-gateway.js';
import { createHttp } from '../create-http.js';

const internal = { 'x-hub-caller': 'operator', 'x-hub-roles': 'operator', 'X-Hub-Road': 'import' };

it('drops what only parts of the hub say to each other, before any route sees it', async () => {
  const http = await createHttp({ logger: createLogger('gateway', 'silent') });
  http.get('/', ({ headers }) => Object.keys(headers));
  const { body } = await http.inject({ url: '/', headers: { ...internal, 'x-other': '1' } });
  expect(body).toContain('x-other');
  expect(body).not.toContain('x-hub');
  await http.close();
});

it('believes none of it', async () => {
  const gateway = await openTestGateway();
  expect((await gateway.post('{"query":"{ version }"}', internal)).status).toBe(200);
  expect(gateway.subgraphs.cases.callers.map(({ roles }) => roles)).toEqual([['care-broker']]);
  expect((await gateway.post('{"query":"{ version }"}', { ...internal, authorization: '' })).status).toBe(401);
  await gateway.close();
});
