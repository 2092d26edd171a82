import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { verifyAudit } from '../../../infra/audit/audit.js';
import { broker, type Actor } from '../../actors.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

const officer: Actor = { role: 'privacy-officer' };

interface Accesses {
  caseAccesses: { edges: { node: { userId: string; purpose: string; operationName: string | null } }[] } | null;
}

describe('a family that asks who looked at its case', () => {
  let hub: TestHub;
  let caseId: string;

  beforeAll(async () => {
    hub = await startTestHub();
    caseId = await caseIdOf(hub, 'FL-26-0042');
  });
  afterAll(() => hub.close());

  const document = `query ($caseId: ID!) { caseAccesses(caseId: $caseId, first: 1) { edges { node { userId purpose operationName } } } }`;
  const newest = async () =>
    (await hub.query<Accesses>(document, { caseId }, officer)).data.caseAccesses?.edges[0]?.node;

  async function send(headers: Record<string, string>): Promise<Response> {
    const authorization = `Bearer ${await hub.token(broker)}`;
    const body = JSON.stringify({
      operationName: 'FindOptions',
      query: committedDocument('find-options'),
      variables: { caseId, first: 1, after: null },
    });
    return fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', ...headers },
      body,
    });
  }

  it('is told of each search, with the purpose of the role or the one that was said', async () => {
    expect((await send({})).status).toBe(200);
    expect(await newest()).toMatchObject({ purpose: 'FIND_CARE', operationName: 'FindOptions' });
    expect((await send({ 'x-purpose': 'ROUND_TABLE' })).status).toBe(200);
    expect(await newest()).toMatchObject({ purpose: 'ROUND_TABLE' });
  });

  it('is told of nothing that was refused at the door', async () => {
    const before = await newest();
    const refused = await send({ 'x-purpose': 'CURIOSITY' });
    expect(refused.status).toBe(400);
    const text = await refused.text();
    expect(text).toContain('BAD_USER_INPUT');
    expect(text).not.toContain('CURIOSITY');
    expect(await newest()).toEqual(before);
  });

  it('can trust the answer: each access is sealed within seconds', async () => {
    const owner = hub.database.url('owner');
    await send({});
    const chainOfCases = async () => (await verifyAudit(owner)).find(({ schema }) => schema === 'cases');
    while (((await chainOfCases())?.sealed ?? 0) < 3) await wait(100);
    expect(await chainOfCases()).toMatchObject({ brokenAt: null, unsealed: 0 });
  });

  it('is no business of anybody else', async () => {
    const { data, errors } = await hub.query<Accesses>(document, { caseId }, broker);
    expect([data.caseAccesses, errors[0]?.extensions?.['code']]).toEqual([null, 'FORBIDDEN']);
  });
});
