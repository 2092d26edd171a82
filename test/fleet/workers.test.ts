import { execFileSync } from 'node:child_process';
import { Pool } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { token } from '../../gateway/testing/identity.js';
import { freePort } from '../../infra/postgres/embedded.js';
import { processIdentity } from '../../infra/process-identity.js';
import { soon } from '../builders/soon.js';
import { askersAtOnce, lossesIn, startAskers } from '../faults/life/askers.js';
import { amountOf } from '../faults/profile.js';
import { openFleet, type Fleet } from './fleet.js';
import { interruptedWithGroup, terminated, type Tell } from './part.js';

const workers = 2;
/** Of brokers, of both workers together. */
const underway = 16;
const kills = amountOf('FAULT_PART_KILLS', 1);
const restarts = amountOf('FAULT_RESTARTS', 1);
/** How many are answered before something happens, and after it. */
const between = 40;

describe('a gateway of two workers', () => {
  let fleet: Fleet;
  let url: string;
  let metricsPort: number;
  let authorization: string;
  const clients: Pool[] = [];

  beforeAll(async () => {
    metricsPort = await freePort();
    const settings = {
      GATEWAY_WORKERS: String(workers),
      METRICS_PORT: String(metricsPort),
      UNDERWAY: JSON.stringify({ broker: underway }),
    };
    fleet = await openFleet({ cases: 1, capacity: 1, people: 1, gateway: 1 }, settings);
    url = fleet.parts.gateway.origins[0] ?? '';
    authorization = `Bearer ${await token()}`;
  });

  afterAll(async () => {
    await Promise.all(clients.map((client) => client.destroy()));
    await fleet.close();
  });

  /** Somebody on a connection of its own: connections are handed out in turn. */
  function newClient(): Pool {
    const client = new Pool(url, { connections: 1 });
    clients.push(client);
    return client;
  }

  async function ask(query: string, client = newClient()): Promise<{ status: number; left: number }> {
    const headers = { authorization, 'content-type': 'application/json' };
    const body = JSON.stringify({ query });
    const answer = await client.request({ path: '/graphql', method: 'POST', headers, body });
    await answer.body.dump();
    const left = Number(/requests";r=(\d+)/.exec(String(answer.headers['ratelimit']))?.[1]);
    return { status: answer.statusCode, left };
  }

  const askers = () => startAskers({ url, token: () => token() });

  async function metrics(): Promise<string> {
    return (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  }

  /** The numbers of the processes that answer now, the oldest first. */
  function workerNumbers(): number[] {
    const [gateway = 0] = fleet.parts.gateway.pids();
    const numbers = execFileSync('pgrep', ['-P', String(gateway)], { encoding: 'utf8' });
    return numbers.trim().split('\n').map(Number);
  }

  const untilAllThere = () =>
    soon(async () =>
      (await metrics()).includes(`thuisbasis_gateway_workers{state="there"} ${workers}\n`) ? true : undefined,
    );

  it('shows what each counts at one place', async () => {
    for (let turn = 0; turn < 2 * workers; turn += 1) expect((await ask('{ __typename }')).status).toBe(200);
    const text = await metrics();
    for (const worker of [1, 2]) {
      const answered = `thuisbasis_http_request_seconds_count\\{method="POST",route="/graphql",status="200",worker="${worker}"\\} 2`;
      expect(text).toMatch(new RegExp(answered));
      expect(text).toContain(`thuisbasis_nodejs_eventloop_lag_seconds{worker="${worker}"}`);
    }
    expect(text).toContain('thuisbasis_gateway_workers{state="wanted"} 2');
  });

  it('counts what a caller asks of both together', async () => {
    const left: number[] = [];
    for (let turn = 0; turn < 2 * workers; turn += 1) left.push((await ask('{ __typename }')).left);
    expect(left.map((one) => (left[0] ?? 0) - one)).toEqual([0, 1, 2, 3]);
  });

  it('lets in no more than one process would', async () => {
    const [people = 0] = fleet.parts.people.pids();
    process.kill(people, 'SIGSTOP');
    const statuses: number[] = [];
    const asked = Array.from({ length: 2 * underway }, async () => {
      const { status } = await ask('{ organisations(first: 1) { edges { node { id } } } }');
      statuses.push(status);
    });
    try {
      // a worker that is given more than its half of the connections refuses more
      await soon(() => statuses.length >= underway || undefined);
      expect(new Set(statuses)).toEqual(new Set([503]));
    } finally {
      process.kill(people, 'SIGCONT');
    }
    await Promise.all(asked);
    expect(new Set(statuses)).toEqual(new Set([503, 200]));
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(underway);
  });

  it('loses no more than one of them held when that is killed, and goes on', async () => {
    const asking = await askers();
    await asking.untilMore(between);
    // whoever was killed is the youngest then: each has its turn
    for (let turn = 0; turn < kills; turn += 1) {
      process.kill(workerNumbers()[0] ?? 0, 'SIGKILL');
      await asking.untilMore(between);
      await untilAllThere();
    }
    await asking.untilMore(between);
    const lost = [...lossesIn(await asking.finish())];
    for (const [outcome] of lost) expect(outcome).toMatch(/^(ECONNRESET|UND_ERR_SOCKET)$/);
    expect(lost.reduce((sum, [, times]) => sum + times, 0)).toBeLessThanOrEqual(kills * askersAtOnce);
  });

  it.each<[string, Tell]>([
    ['the process that holds the door is told to', terminated],
    ['all are told to by Ctrl-C', interruptedWithGroup],
  ])('answers what it let in before it stops, when %s', async (_how, tell) => {
    const asking = await askers();
    for (let turn = 0; turn < restarts; turn += 1) {
      await asking.untilMore(between);
      expect(await fleet.parts.gateway.restart(tell)).toEqual([0]);
    }
    await asking.untilMore(between);
    const lost = [...lossesIn(await asking.finish()).keys()];
    expect(lost.filter((outcome) => outcome !== 'ECONNREFUSED')).toEqual([]);
  });

  it('goes on when a signal comes to a worker alone', async () => {
    const before = workerNumbers();
    for (const worker of before)
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(worker, signal);
    for (let turn = 0; turn < 2 * workers; turn += 1) expect((await ask('{ __typename }')).status).toBe(200);
    expect(workerNumbers()).toEqual(before);
  });

  it('leaves no worker behind when the process that holds the door is killed', async () => {
    const left = workerNumbers();
    const [gateway = 0] = fleet.parts.gateway.pids();
    process.kill(gateway, 'SIGKILL');
    await soon(() => left.every((worker) => processIdentity(worker) === null) || undefined);
  });
});
