import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request, type Dispatcher } from 'undici';
import { committedDocument, documentIdOf } from '../gateway/registered/registered-operations.js';
import { withClient } from '../infra/database/client.js';
import { tokenClaims } from '../infra/identity/token-claims.js';
import { withMeasuredHub, type MeasuredHub } from './tools/measured-hub.js';
import { residentMegabytes } from './tools/memory.js';
import { median } from './tools/median.js';
import { atMost } from './tools/goals.js';
import { digits, report } from './tools/report.js';

// What a thousand open screens cost a hub that has nothing to tell them, and how soon one of them hears of a change meanwhile. Each has the list of cases and one
// case, as the page asks them; memory is that of the process of the hub, after as many questions as the screens ask first. Ends with an error above the goal.

const screens = 1_000;
const ofOne = 10;
const goalMb = 100;
const rounds = 7;
const settleMs = 20_000;
const changeCase = `update cases.case_file set is_restricted = not is_restricted where id = $1`;

await withMeasuredHub(async (hub) => {
  const agent = new Agent({ connections: null, bodyTimeout: 0, headersTimeout: 60_000 });
  const tokens = await Promise.all(
    Array.from({ length: screens / ofOne }, (_, n) => hub.token({ ...tokenClaims('care-broker'), sub: `broker-${n}` })),
  );
  const ids = await caseIds(hub);
  await asMuchBefore(hub, agent, tokens, ids);
  const before = await residentMegabytes(hub.processId);
  const opened = await openAll(hub, agent, tokens, ids);
  await wait(settleMs);
  const cost = (await residentMegabytes(hub.processId)) - before;
  const told = await untilTold(hub, opened[0], ids[0] ?? '');
  await report({
    name: 'live',
    head: ['open screens', 'MB without', 'MB more with them', 'a change is told after, ms'],
    rows: [[screens, digits(before, 0), digits(cost, 0), digits(told, 0)]],
    goals: [atMost(`${screens} open screens`, cost, goalMb, 'MB')],
  });
  if (cost > goalMb) process.exitCode = 1;
  for (const screen of opened) screen.drop();
  await agent.destroy();
});

interface Screen {
  /** Ends with the next answer. */
  next(): Promise<void>;
  /** What came so far was taken. */
  catchUp(): void;
  drop(): void;
}

function listed(file: string, variables: object): object {
  return { id: file, documentId: documentIdOf(committedDocument(file)), variables };
}

function queriesOf(id: string): object[] {
  return [listed('page-case-file', { id }), listed('page-cases', { first: 20 })];
}

/** The same questions without a screen: what they leave behind in a process is no cost of a screen. */
async function asMuchBefore(
  hub: MeasuredHub,
  agent: Agent,
  tokens: readonly string[],
  ids: readonly string[],
): Promise<void> {
  for (const [n, token] of tokens.entries()) {
    const streams = await Promise.all([0, 1].map(() => open(hub, agent, token, ids[n % ids.length] ?? '')));
    for (const screen of streams) screen.drop();
  }
  await wait(settleMs / 2);
}

async function openAll(
  hub: MeasuredHub,
  agent: Agent,
  tokens: readonly string[],
  ids: readonly string[],
): Promise<Screen[]> {
  const opened: Screen[] = [];
  for (const [n, token] of tokens.entries()) {
    const own = Array.from({ length: ofOne }, (_, tab) => ids[(n * ofOne + tab) % ids.length] ?? '');
    opened.push(...(await Promise.all(own.map((id) => open(hub, agent, token, id)))));
  }
  return opened;
}

async function open(hub: MeasuredHub, agent: Agent, token: string, id: string): Promise<Screen> {
  const { statusCode, body } = await request(`${hub.url}/graphql/stream`, {
    method: 'POST',
    dispatcher: agent,
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ queries: queriesOf(id) }),
  });
  if (statusCode !== 200) throw new Error(`a screen was refused: ${statusCode} ${await body.text()}`);
  const screen = screenOf(body);
  await screen.next();
  await screen.next();
  return screen;
}

function screenOf(body: Dispatcher.ResponseData['body']): Screen {
  let arrived = 0;
  let taken = 0;
  let tell = (): void => undefined;
  body.on('data', (chunk: Buffer) => {
    arrived += chunk.toString().split('event: next').length - 1;
    tell();
  });
  body.on('error', () => undefined);
  return {
    async next() {
      while (arrived === taken) await new Promise<void>((resolve) => (tell = resolve));
      taken += 1;
    },
    catchUp: () => (taken = arrived),
    drop: () => void body.destroy(),
  };
}

/** How long a screen waits for a change of its case, in milliseconds. */
async function untilTold(hub: MeasuredHub, screen: Screen | undefined, id: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    screen?.catchUp();
    const startedAt = performance.now();
    await withClient(hub.database, (client) => client.query(changeCase, [id]));
    await screen?.next();
    times.push(performance.now() - startedAt);
    await wait(settleMs / 2);
  }
  return median(times);
}

async function caseIds(hub: MeasuredHub): Promise<string[]> {
  const sql = `select id from cases.case_file where region = 'flevoland' and status = 'OPEN' order by id limit 40`;
  return withClient(hub.database, async (client) => (await client.query<{ id: string }>(sql)).rows.map(({ id }) => id));
}
