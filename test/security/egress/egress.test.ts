import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { withClient } from '../../../infra/database/client.js';
import { organisationByKey } from '../../../infra/demonstration/organisations.js';
import { broker, type Actor } from '../../actors.js';
import { startWatchedHub, type WatchedHub } from '../watched-hub.js';

interface Attempt {
  readonly attempted: string;
  readonly host: string;
  readonly pid: number;
}

const watch = new URL('./tell-connections.mjs', import.meta.url).href;
const system: Actor = { role: 'provider-system', organisation: 'rietvink' };
const isLoopback = (host: string): boolean => /^(127\.0\.0\.1|::1|localhost)$/.test(host);

/** What Apollo would be asked for by whoever wants its services. */
const tempting = {
  ...{ APOLLO_KEY: 'service:x:y', APOLLO_GRAPH_REF: 'x@y', APOLLO_SCHEMA_REPORTING: 'true' },
  ...{ APOLLO_TELEMETRY_DISABLED: '0', NODE_OPTIONS: `--import=${watch}` },
};

function attempts(said: string): Attempt[] {
  return said
    .split('\n')
    .filter((line) => line.startsWith('{"attempted"'))
    .map((line) => JSON.parse(line) as Attempt);
}

describe('a hub that does its work', () => {
  let hub: WatchedHub;
  beforeAll(async () => {
    hub = await startWatchedHub({ environment: tempting });
  });
  afterAll(() => hub.close());

  async function send(path: string, actor: Actor, body?: object): Promise<number> {
    const headers = { authorization: `Bearer ${await hub.token(actor)}`, 'content-type': 'application/json' };
    const init = body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers };
    const response = await fetch(`${hub.url}${path}`, { ...init, redirect: 'manual' });
    await response.text();
    return response.status;
  }

  async function read(sql: string): Promise<Record<string, string>> {
    const { rows } = await withClient(hub.database.url('owner'), (client) => client.query<Record<string, string>>(sql));
    return rows[0] ?? {};
  }

  async function firstCase(): Promise<string | undefined> {
    return (await read(`select id from cases.case_file where number = 'FL-26-0042'`))['id'];
  }

  async function publication(): Promise<object> {
    const { key: offerKey, unit } = await read(
      `select key, unit from capacity.offer where organisation_id = '${organisationByKey('rietvink').id}' and retired_at is null order by key`,
    );
    const report = { offerKey, unit, sequence: 900_000, status: 'NO_CAPACITY', available: 0, maximum: 4 };
    const input = { idempotencyKey: randomUUID(), asOf: new Date().toISOString(), reports: [report] };
    return { query: committedDocument('publish-capacity'), variables: { input } };
  }

  it('connects to nobody outside this machine and looks up no name, be it asked, written to or exported', async () => {
    const flagship = { query: committedDocument('find-options'), variables: { caseId: await firstCase() } };
    expect(await send('/graphql', broker, flagship)).toBe(200);
    expect(await send('/graphql', system, await publication())).toBe(200);
    expect(await send('/export/hsds', broker)).toBe(200);
    expect(await send('/export/fhir', broker)).toBe(200);
    expect(await send('/inloggen', broker)).toBe(303);
    await send('/oauth/token', broker, {});
    expect(await send('/health/ready', broker)).toBe(200);

    const found = attempts(hub.said());
    expect(found.filter(({ host }) => !isLoopback(host))).toEqual([]);
    // the hub and its lane, each at least to its database
    expect(new Set(found.map(({ pid }) => pid)).size).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['a connection', `require('net').connect(9, '192.0.2.1').on('error', () => 0).destroy()`, '192.0.2.1'],
    ['a request', `fetch('http://192.0.2.1/').catch(() => 0); setTimeout(() => process.exit(), 200)`, '192.0.2.1'],
    [
      'a datagram',
      `require('dgram').createSocket('udp4').send('x', 9, '192.0.2.1', () => process.exit())`,
      '192.0.2.1',
    ],
    ['a look-up', `require('dns').lookup('no.such.name.invalid', () => 0)`, 'no.such.name.invalid'],
  ])('would be seen to make %s', (_what, script, host) => {
    const { stderr } = spawnSync(process.execPath, ['--import', watch, '-e', script], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(attempts(stderr).map((attempt) => attempt.host)).toContain(host);
  });
});
