import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { withClient } from '../../../infra/database/client.js';
import { readOperations } from '../../../gateway/registered/registered-operations.js';
import { roles } from '../../../platform/identity/caller.js';
import { cloneDatabase, type TestDatabase } from '../../database.js';
import { actorAs } from '../../rights/scene.js';
import { disturb } from '../mixing/disturb.js';
import { canary } from '../malformed/hostile.js';
import { knownValues } from '../known-values.js';
import { forEach, seed } from '../profile.js';
import { startWatchedHub, type WatchedHub } from '../watched-hub.js';
import { freeColumnsOf, putCanaries, valuesOf } from './canaries.js';
import { isHarmless, sensitive } from './columns.js';
import { provokeErrors } from './provoke.js';
import { wholeSweep, type Question } from './sweep.js';

const asOwner = <T>(database: TestDatabase, work: Parameters<typeof withClient<T>>[1]): Promise<T> =>
  withClient(database.url('owner'), work);

describe('the columns of the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase('empty');
  });
  afterAll(() => database.drop());

  it('are each known as sensitive or harmless, unless a list of codes limits them', async () => {
    const columns = await asOwner(database, freeColumnsOf);
    expect(columns.filter((column) => !sensitive.includes(column) && !isHarmless(column))).toEqual([]);
    expect(sensitive.filter((column) => !columns.includes(column))).toEqual([]);
  });
});

describe('a hub over a database full of canaries, whatever is asked and whatever fails', () => {
  let hub: WatchedHub;
  let questions: Question[];
  let tokens: (string | null)[];
  const withoutCanary: string[] = [];
  const refusals: string[] = [];

  async function fill(database: TestDatabase): Promise<void> {
    await asOwner(database, async (client) => {
      await client.query('begin; set local session_replication_role = replica');
      for (const column of sensitive) if (!(await putCanaries(client, column))) withoutCanary.push(column);
      await client.query('commit');
    });
  }

  beforeAll(async () => {
    process.stdout.write(`SECURITY_SEED=${seed}\n`);
    hub = await startWatchedHub({
      prepare: fill,
      environment: { DATABASE_POOL_WAIT_MS: '500', STATEMENT_TIMEOUT_MS: '1000' },
    });
    tokens = [null, ...(await Promise.all(roles.map((role) => hub.token(actorAs(role)))))];
    const headers = { authorization: `Bearer ${tokens[1] ?? ''}` };
    const schema = buildSchema(await (await fetch(`${hub.url}/schema.graphql`, { headers })).text());
    questions = wholeSweep(
      schema,
      [...readOperations().values()].map(({ document }) => document),
      await knownValues(hub.database),
      seed,
    );
    await askAll();
    await provoked();
  });

  afterAll(() => hub.close());

  async function provoked(): Promise<void> {
    const over = new AbortController();
    await asOwner(hub.database, provokeErrors);
    const disturbed = disturb(hub.database.url('owner'), over.signal);
    await askAll();
    over.abort();
    await disturbed;
  }

  async function askAll(): Promise<void> {
    const all = tokens.flatMap((token) => questions.map((question) => ({ token, question })));
    await forEach(all, 8, async ({ token, question }) => {
      const headers = {
        'content-type': 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      };
      const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(question) });
      const { errors } = (await response.json()) as { errors?: unknown };
      if (errors) refusals.push(JSON.stringify(errors));
    });
  }

  /** What is kept from all who have no right to it: the canaries, and what stands in sensitive columns by now. */
  async function secrets(): Promise<string[]> {
    const found = await asOwner(hub.database, async (client) => {
      const values: string[] = [];
      for (const column of sensitive) values.push(...(await valuesOf(client, column)));
      return values;
    });
    const signatures = tokens.map((token) => token?.split('.')[2] ?? canary);
    return [canary, canary.toLowerCase(), '"9173"', ...found, ...signatures];
  }

  it('holds a canary wherever a column can', () => {
    expect(withoutCanary).toEqual([]);
  });

  it('says none of it in a log line, at the most talkative level', async () => {
    const said = hub.said();
    expect((await secrets()).filter((secret) => said.includes(secret))).toEqual([]);
    // it did have something to say
    expect(said).toMatch(/"errorName":"QueryFailedError","errorCode":"P0001"/);
  });

  it('says none of it in an error', async () => {
    const told = refusals.join('\n');
    expect((await secrets()).filter((secret) => told.includes(secret))).toEqual([]);
    expect(told).toMatch(/"INTERNAL"|"DATABASE_UNAVAILABLE"/);
  });

  it('writes none of it down in the audit, nor in an event', async () => {
    const rows = await asOwner(hub.database, async (client) => {
      const { rows: tables } = await client.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where tablename in ('audit_event', 'outbox')`,
      );
      const texts: string[] = [];
      for (const { name } of tables) {
        const { rows: found } = await client.query<{ text: string }>(`select t::text as text from ${name} t`);
        texts.push(...found.map(({ text }) => text));
      }
      return texts;
    });
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => row.toLowerCase().includes(canary.toLowerCase()))).toEqual([]);
  });
});
