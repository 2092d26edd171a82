import { randomUUID } from 'node:crypto';
import { Client } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentIssuer } from '../../gateway/oauth/development/accounts.js';
import { committedDocument } from '../../gateway/registered/registered-operations.js';
import { token } from '../../gateway/testing/identity.js';
import { openBrowser, signIn, type Browser } from '../builders/browser/browser.js';
import { soon } from '../builders/soon.js';
import { liveQuery, openStream } from '../live-stream.js';
import { openFleet, type Fleet } from './fleet.js';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const account = 'demonstration-care-broker';
const landing = '/inloggen/terug';
const attempt = 'thuisbasis-aanmelden';
const firsts = [0, 1];

describe('what is begun at one gateway, and goes on at another', () => {
  let fleet: Fleet;
  let origins: readonly string[];
  let authorization: string;

  beforeAll(async () => {
    const settings = { DEVELOPMENT_SIGN_IN: 'on', TOKEN_ISSUER: developmentIssuer };
    fleet = await openFleet({ cases: 1, capacity: 1, people: 1, gateway: 2 }, settings);
    origins = fleet.parts.gateway.origins;
    authorization = `Bearer ${await token({ claims: { iss: developmentIssuer } })}`;
  });
  afterAll(() => fleet.close());

  const originOf = (turn: number): string => origins[turn % origins.length] ?? '';

  /** A browser each of whose requests is led to the other gateway than the one before; `seen` is told where each was led. */
  function led(first: number, seen: (address: string) => void = () => undefined): Browser {
    const browser = openBrowser(fleet.parts.gateway.address);
    let turn = first;
    const next = (path: string): string => {
      const { pathname, search } = new URL(path, fleet.parts.gateway.address);
      const address = `${originOf(turn++)}${pathname}${search}`;
      seen(address);
      return address;
    };
    return {
      ...browser,
      get: (path, headers) => browser.get(next(path), headers),
      post: (path, body, headers) => browser.post(next(path), body, headers),
    };
  }

  async function codeOf(response: Response): Promise<string | undefined> {
    return ((await response.json()) as Answer).errors?.[0]?.extensions.code;
  }

  it.each(firsts)('somebody signs in who is led to the other with each step, from number %i', async (first) => {
    const browser = led(first);
    await signIn(browser, account);
    for (const gateway of origins)
      expect(await (await browser.get(`${gateway}/wie-ben-ik`)).json()).toMatchObject({ roles: ['care-broker'] });
  });

  it.each(firsts)(
    'what comes back from signing in holds once, wherever it is shown first: number %i',
    async (first) => {
      let [back, kept] = ['', ''];
      const browser = led(first, (address) => {
        if (address.includes(landing)) [back, kept] = [address, browser.cookie(attempt) ?? ''];
      });
      await signIn(browser, account);
      for (let turn = 0; turn < origins.length; turn += 1) {
        browser.setCookie(attempt, kept);
        expect(await codeOf(await browser.get(back))).toBe('SIGN_IN_FAILED');
      }
    },
  );

  it('who showed a second factor has shown it to both', async () => {
    const browser = led(0);
    const ask = async (query: string, variables = {}): Promise<Answer> =>
      (await browser.post('/graphql', { query, variables })).json() as Promise<Answer>;
    await signIn(browser, account);
    const { data } = await ask('{ cases(first: 100) { edges { node { id isRestricted } } } }');
    const { edges } = (data as { cases: { edges: { node: { id: string; isRestricted: boolean } }[] } }).cases;
    const [one, another] = edges.filter(({ node }) => node.isRestricted).map(({ node }) => node.id);
    const open = async (caseId: string | undefined): Promise<string | undefined> => {
      const input = {
        idempotencyKey: randomUUID(),
        caseId,
        reason: 'IMMEDIATE_DANGER',
        explanation: 'Vader staat nu bij de school, er moet vandaag een plek zijn.',
      };
      return (await ask(committedDocument('break-glass'), { input })).errors?.[0]?.extensions.code;
    };
    expect([await open(one), await open(another)]).toEqual(['SECOND_FACTOR_NEEDED', 'SECOND_FACTOR_NEEDED']);
    await signIn(browser, account, '/inloggen?opnieuw=ja', { 'second-factor': 'yes' });
    expect([await open(one), await open(another)]).toEqual([undefined, undefined]);
  });

  it('a stream at one hears of what was done at the other', async () => {
    for (const first of firsts) {
      const [watched, used] = [originOf(first), originOf(first + 1)];
      const stream = await openStream(watched, [liveQuery('page-consultations')], { authorization });
      const before = JSON.stringify((await stream.next())?.payload);
      const referrer = { kind: 'PARENT', municipalityCode: '0034' };
      const input = { idempotencyKey: randomUUID(), channel: 'PHONE', municipalityCode: '0034', referrer };
      const query =
        'mutation ($input: RegisterConsultationInput!) { registerConsultation(input: $input) { consultation { id } } }';
      const done = await openBrowser(used).post('/graphql', { query, variables: { input } }, { authorization });
      const { data } = (await done.json()) as { data: { registerConsultation: { consultation: { id: string } } } };
      const told = await stream.next();
      expect(before).not.toContain(data.registerConsultation.consultation.id);
      expect(JSON.stringify(told?.payload)).toContain(data.registerConsultation.consultation.id);
      stream.drop();
    }
  });

  it('one that stops opens no stream any more, and answers whatever else still comes', async () => {
    const connections = Array.from({ length: 3 }, () => new Client(originOf(0)));
    const send = (connection: Client | undefined, path: string, body: object, accept = 'application/json') =>
      connection?.request({
        path,
        method: 'POST',
        headers: { authorization, accept, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    for (const connection of connections)
      await (await send(connection, '/graphql', { query: '{ __typename }' }))?.body.dump();
    const [people = 0] = fleet.parts.people.pids();
    process.kill(people, 'SIGSTOP');
    const underway = send(connections[0], '/graphql', {
      query: '{ organisations(first: 1) { edges { node { id } } } }',
    });
    const restarted = fleet.parts.gateway.restart();
    try {
      const isShut = () =>
        fetch(originOf(0)).then(
          () => undefined,
          () => true,
        );
      await soon(isShut);
      const queries = { queries: [liveQuery('page-consultations')] };
      const stream = await send(connections[1], '/graphql/stream', queries, 'text/event-stream');
      expect([stream?.statusCode, stream?.headers['connection']]).toEqual([503, 'close']);
      expect(await stream?.body.text()).toContain('"code":"OVERLOADED"');
      const late = await send(connections[2], '/graphql', { query: '{ __typename }' });
      expect([late?.statusCode, late?.headers['connection']]).toEqual([200, 'close']);
      await late?.body.dump();
    } finally {
      process.kill(people, 'SIGCONT');
    }
    expect(await (await underway)?.body.json()).not.toHaveProperty('errors');
    expect(await restarted).toEqual([0, 0]);
    await Promise.all(connections.map((connection) => connection.close()));
  });
});
