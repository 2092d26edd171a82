import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHive } from '../../bench/tools/hive.js';
import { withoutInstants } from '../../bench/tools/without-instants.js';
import { committedDocument } from '../../gateway/registered/registered-operations.js';
import type { EntityManager } from 'typeorm';
import { sessionStore } from '../../gateway/people/session.store.js';
import { machineClientStore } from '../../gateway/machines/machine-client.store.js';
import { gatewayStorage } from '../../gateway/storage.js';
import { assertion, proof, registered, testKey } from '../../gateway/testing/machine.js';
import { audience, brokerClaims, issuer, jwks, token } from '../../gateway/testing/identity.js';
import { openDatabase } from '../../platform/database/database.js';
import { withClient } from '../../infra/database/client.js';
import { liveQuery, openStream } from '../live-stream.js';
import { openFleet, type Fleet, type PartName } from './fleet.js';

interface Asked {
  readonly status: number;
  readonly data: unknown;
  readonly errors: unknown;
}

/** People read an answer before they ask again. */
const betweenMs = 30;

describe('a hub of several processes of each kind', () => {
  let fleet: Fleet;
  let caseId: string;
  let authorization: string;

  beforeAll(async () => {
    fleet = await openFleet({ cases: 2, capacity: 2, people: 1, gateway: 2 });
    authorization = `Bearer ${await token()}`;
    const found = `select id from cases.case_file where number = 'FL-26-0042'`;
    const { rows } = await withClient(fleet.database.url('owner'), (client) => client.query<{ id: string }>(found));
    caseId = rows[0]?.id ?? '';
  });

  afterAll(() => fleet.close());

  const send = (url: string, query: string, variables: object, as: string): Promise<Response> =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { authorization: as, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });

  async function ask(url: string, query: string, variables: object, as = authorization): Promise<Asked> {
    const response = await send(url, query, variables, as);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    const { data, errors } = isJson ? (JSON.parse(text) as Asked) : { data: null, errors: text };
    return { status: response.status, data, errors };
  }

  /** What a gateway says is left of the requests of this minute. */
  async function requestsLeft(url: string): Promise<number> {
    const { headers } = await send(url, '{ __typename }', {}, authorization);
    return Number(/requests";r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
  }

  async function inGatewayDatabase<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    const place = { url: fleet.database.url('gateway'), applicationName: 'test' };
    const db = await openDatabase(gatewayStorage, { ...place, poolSize: 1, statementTimeoutMs: 10_000 });
    try {
      return await work(db.manager);
    } finally {
      await db.destroy();
    }
  }

  const findOptions = () =>
    ask(fleet.parts.gateway.address, committedDocument('find-options'), { caseId, first: 3, after: null });
  let accepted = 0;
  async function register(): Promise<Asked> {
    const referrer = { kind: 'PARENT', municipalityCode: '0034' };
    const input = { idempotencyKey: randomUUID(), channel: 'PHONE', municipalityCode: '0034', referrer };
    const document =
      'mutation ($input: RegisterConsultationInput!) { registerConsultation(input: $input) { consultation { id } } }';
    const asked = await ask(fleet.parts.gateway.address, document, { input });
    const given = asked.data as { registerConsultation: object | null } | null;
    if (given?.registerConsultation) accepted++;
    return asked;
  }

  async function consultations(): Promise<number> {
    const sql = 'select count(*)::int as count from cases.consultation';
    const { rows } = await withClient(fleet.database.url('owner'), (client) => client.query<{ count: number }>(sql));
    return rows[0]?.count ?? 0;
  }

  /** Asks from several places at once for as long as the work takes; gives how often, and what was not answered as a whole. */
  async function underLoad(work: () => Promise<unknown>): Promise<{ asked: number; failed: Asked[] }> {
    let isOver = false;
    let asked = 0;
    const failed: Asked[] = [];
    const ask = async (question: () => Promise<Asked>): Promise<void> => {
      while (!isOver) {
        const one = await question();
        asked++;
        await wait(betweenMs);
        if (one.status !== 200 || one.errors !== undefined) failed.push(one);
      }
    };
    const clients = [findOptions, findOptions, register].map(ask);
    await work();
    isOver = true;
    await Promise.all(clients);
    return { asked, failed };
  }

  it('is answered alike by Hive Gateway over the same subgraphs', async () => {
    const { parts, signingKey } = fleet;
    const hive = await startHive({
      script: new URL('../../examples/hive-gateway.mjs', import.meta.url),
      subgraphs: { cases: parts.cases.address, capacity: parts.capacity.address, people: parts.people.address },
      ...{ jwks, issuer, audience, signingKey },
    });
    try {
      const [document, variables] = [committedDocument('find-options'), { caseId, first: 3, after: null }];
      const ours = await ask(fleet.parts.gateway.address, document, variables);
      const theirs = await ask(hive.url, document, variables);
      expect([ours.errors, theirs.errors]).toEqual([undefined, undefined]);
      expect(withoutInstants(theirs.data)).toEqual(withoutInstants(ours.data));
      expect(theirs.data).toMatchObject({ case: { options: { edges: [{ rank: 1 }, { rank: 2 }, { rank: 3 }] } } });
      const stranger = await ask(hive.url, document, variables, 'Bearer nobody');
      expect(stranger.data ?? { case: null }).toEqual({ case: null });
      const elsewhere = `Bearer ${await token({ claims: { ...brokerClaims, region: 'utrecht' } })}`;
      const together = [authorization, elsewhere].map((as) => ask(hive.url, document, variables, as));
      const [mine, others] = await Promise.all(together);
      expect(mine?.data).toMatchObject({ case: { options: { edges: [{ rank: 1 }, { rank: 2 }, { rank: 3 }] } } });
      expect(others?.data).toEqual({ case: null });
    } finally {
      await hive.close();
    }
  });

  it('counts what a caller asks of all gateways together', async () => {
    const { origins } = fleet.parts.gateway;
    const left: number[] = [];
    for (const gateway of [...origins, ...origins]) left.push(await requestsLeft(gateway));
    expect(left.map((one) => (left[0] ?? 0) - one)).toEqual([0, 1, 2, 3]);
  });

  it('knows who is signed in at every gateway, and who signed out at another', async () => {
    const { address, origins } = fleet.parts.gateway;
    const [one = '', other = ''] = origins;
    const person = {
      subject: `${issuer}#p1`,
      roles: ['care-broker'],
      organisationId: null,
      region: 'flevoland',
    } as const;
    const id = await inGatewayDatabase((db) => sessionStore(db).begin(person));
    const headers = { cookie: `thuisbasis=${id}`, origin: address };
    const whoAt = async (url: string): Promise<number> => (await fetch(`${url}/wie-ben-ik`, { headers })).status;
    expect([await whoAt(one), await whoAt(other)]).toEqual([200, 200]);

    const stream = await openStream(other, [liveQuery('page-case-file', { id: caseId })], headers);
    expect((await stream.next())?.payload.errors).toBeUndefined();
    expect((await fetch(`${one}/uitloggen`, { method: 'POST', headers })).status).toBe(204);
    expect((await stream.next())?.payload.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect([await whoAt(one), await whoAt(other)]).toEqual([401, 401]);
    stream.drop();
  });

  it('takes a proof of a system once, whichever gateway it is shown to', async () => {
    const { address, origins } = fleet.parts.gateway;
    const [one = '', other = ''] = origins;
    const key = await testKey();
    await inGatewayDatabase((db) => machineClientStore(db).add(registered('system-1', key)));
    const server = `${address}/oauth`;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertion('system-1', key, server),
    });
    const askToken = async (url: string, dpop: string) =>
      fetch(`${url}/oauth/token`, { method: 'POST', body, headers: { dpop } });
    const given = await askToken(one, await proof(key, { url: `${server}/token` }));
    const { access_token: accessToken } = (await given.json()) as { access_token: string };
    const again = await askToken(other, await proof(key, { url: `${server}/token` }));
    expect([given.status, again.status]).toEqual([200, 401]);

    const prove = () => proof(key, { url: `${address}/graphql`, token: accessToken });
    const ask = async (url: string, dpop: string): Promise<number> => {
      const headers = { authorization: `DPoP ${accessToken}`, dpop, 'content-type': 'application/json' };
      return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{ __typename }"}' })).status;
    };
    const shown = await prove();
    expect([await ask(one, shown), await ask(other, shown), await ask(other, await prove())]).toEqual([200, 401, 200]);
  });

  it.each<PartName>(['gateway', 'cases', 'capacity'])(
    'restarts every %s while questions and changes come, fails none and does each change once',
    async (part) => {
      const [before, acceptedBefore] = [await consultations(), accepted];
      const { asked, failed } = await underLoad(async () => {
        expect(await fleet.parts[part].restart()).toEqual([0, 0]);
      });
      expect(failed).toEqual([]);
      expect(await consultations()).toBe(before + accepted - acceptedBefore);
      expect(asked).toBeGreaterThan(10);
    },
  );
});
