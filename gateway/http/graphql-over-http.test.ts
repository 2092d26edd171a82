import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { token } from '../testing/identity.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const brokerToken = await token();

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway({ introspection: true });
});
afterAll(() => gateway.close());

const fetchFn = (url: string, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${brokerToken}`);
  return fetch(url, { ...init, headers });
};

/** What the hub does otherwise on purpose: no GET, and a refusal has its own HTTP status also for who takes plain JSON. */
const otherwise: ReadonlySet<string> = new Set(['5A70', 'D6D5', '6A70', '572B', 'FDE2', '7B9B']);

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${gateway.url}/graphql`, fetchFn });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s: the hub %s', async (id, _name, audit) => {
    const { status } = await audit.fn();
    expect(status).not.toBe('error');
    expect(status === 'ok').toBe(!otherwise.has(id));
  });
});
