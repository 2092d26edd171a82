import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Client } from 'pg';
import { capacityStorage } from '../../subgraphs/capacity/storage.js';
import { casesStorage } from '../../subgraphs/cases/storage.js';
import { peopleStorage } from '../../subgraphs/people/storage.js';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { openDatabase, type DataSource } from '../database/database.js';
import { createLogger } from '../process/logger.js';
import type { Consumer, OutboxEvent } from './consumer.js';
import { emit } from './outbox.js';
import { relay, SchemaIsNewer } from './relay.js';

const organisation = (n: number): string => `20000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const logger = createLogger('test', 'silent');

let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  db = await openDatabase(capacityStorage, {
    url: database.url('capacity'),
    applicationName: 'test',
    poolSize: 30,
    poolWaitMs: 20_000,
    statementTimeoutMs: 20_000,
    duty: 'background',
  });
});

afterEach(() => drain());

afterAll(async () => {
  await db.destroy();
  await database.drop();
});

function publish(consumers: readonly Consumer[] = [], batchSize = 500): Promise<void> {
  return relay(db, { schema: 'capacity', consumers, logger, batchSize });
}

/** Publishes what a test left behind, whatever stood in its way. */
async function drain(): Promise<void> {
  await db.query('delete from outbox_trouble');
  await publish();
}

async function write(n: number, organisationNumber = 1): Promise<void> {
  await emit(db.manager, [{ kind: 'test.happened', organisationId: organisation(organisationNumber), data: { n } }]);
}

/** A consumer that remembers what it was given, and refuses some. */
function recorder(refuses: (event: OutboxEvent) => boolean = () => false) {
  const seen: unknown[] = [];
  const consume: Consumer = (_tx, events) => {
    if (events.some(refuses)) return Promise.reject(new Error('cannot take it'));
    seen.push(...events.map(({ data }) => data['n']));
    return Promise.resolve();
  };
  return { seen, consume };
}

const numbersSince = async (position: number): Promise<{ n: number; position: number }[]> =>
  db.query(`select (data ->> 'n')::int as n, position from outbox where position > $1 order by position`, [position]);

async function lastPosition(): Promise<number> {
  const [row] = await db.query<{ last: number }[]>('select coalesce(max(position), 0) as last from outbox');
  return row?.last ?? 0;
}

describe('the relay', () => {
  it('hands events on in the order of their writing and gives them rising positions', async () => {
    const before = await lastPosition();
    for (const n of [1, 2, 3, 4, 5]) await write(n, n % 2);
    const { seen, consume } = recorder();
    await publish([consume], 2);
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect((await numbersSince(before)).map(({ n }) => n)).toEqual([1, 2, 3, 4, 5]);
  });

  it('publishes nothing twice, however many do it at once', async () => {
    const before = await lastPosition();
    for (let n = 0; n < 60; n++) await write(n, n);
    const { seen, consume } = recorder();
    await Promise.all(Array.from({ length: 4 }, () => publish([consume], 7)));
    await publish([consume]);
    expect(seen).toEqual(Array.from({ length: 60 }, (_, n) => n));
    expect(await numbersSince(before)).toHaveLength(60);
  });

  it('hands on again what was handed on by a relay that died before it committed', async () => {
    const before = await lastPosition();
    await write(1);
    const { seen, consume } = recorder();
    const dies: Consumer = async (tx) => {
      await tx.query('select pg_terminate_backend(pg_backend_pid())');
    };
    await expect(publish([consume, dies])).rejects.toThrow();
    expect(await numbersSince(before)).toEqual([]);
    expect(await db.query('select * from outbox_trouble')).toEqual([]);
    await publish([consume]);
    expect(seen).toEqual([1, 1]);
  });

  it('keeps what a consumer wrote only together with the publication', async () => {
    await write(1);
    const writes: Consumer = async (tx) => {
      await tx.query(`insert into idempotency_key values ('relay', 'k', 'f')`);
    };
    const refuses: Consumer = () => Promise.reject(new Error('no'));
    await publish([writes, refuses]);
    expect(await db.query(`select key from idempotency_key where client = 'relay'`)).toEqual([]);
  });
});

describe('an event that cannot be handed on', () => {
  const isPoison = ({ data }: OutboxEvent): boolean => data['n'] === 13;

  it('holds up its own organisation and nobody else', async () => {
    for (const [n, organisationNumber] of [[13, 1], [14, 1], [15, 2], [16, 1]] as const) await write(n, organisationNumber); // prettier-ignore
    const { seen, consume } = recorder(isPoison);
    await publish([consume]);
    expect(seen).toEqual([15]);
  });

  it('is parked after five attempts, each later than the one before, and then holds up nobody', async () => {
    const before = await lastPosition();
    await write(13);
    await write(14);
    const { seen, consume } = recorder(isPoison);
    for (let attempt = 1; attempt <= 5; attempt++) {
      expect(seen).toEqual([]);
      await publish([consume]);
      await publish([consume]);
      const [trouble] = await db.query<{ attempts: number }[]>('select attempts from outbox_trouble');
      expect(trouble?.attempts).toBe(attempt);
      await database.moveClock('2 minutes');
    }
    expect(seen).toEqual([14]);
    expect((await numbersSince(before)).map(({ n }) => n)).toEqual([14]);
    expect(await db.query('select error_code from outbox_trouble where parked_at is not null')).toEqual([
      { error_code: 'Error' },
    ]);
  });

  it('is handed on like any other once its cause is mended', async () => {
    await write(13);
    await publish([recorder(isPoison).consume]);
    await database.moveClock('2 seconds');
    const mended = recorder();
    await publish([mended.consume]);
    expect(mended.seen).toEqual([13]);
    expect(await db.query('select * from outbox_trouble')).toEqual([]);
  });
});

describe('a version from before the last step of the schema', () => {
  /** A relay of an own connection, of the version that knows so many steps less. */
  async function relayOf(
    storage: typeof capacityStorage,
    less: number,
    consumers: readonly Consumer[],
  ): Promise<unknown> {
    const { schema, migrations } = storage;
    const url = database.url(schema as 'capacity');
    const known = { ...storage, migrations: migrations.slice(0, migrations.length - less) };
    const limits = { poolSize: 1, poolWaitMs: 20_000, statementTimeoutMs: 20_000 };
    const own = await openDatabase(known, { ...limits, url, applicationName: 'test', duty: 'background' });
    const outcome = await relay(own, { schema, consumers, logger }).catch((error: unknown) => error);
    await own.destroy();
    return outcome;
  }

  it.each([
    ['cases', casesStorage],
    ['capacity', capacityStorage],
    ['people', peopleStorage],
  ])('leaves the events of %s to the newer one, which runs beside it', async (schema, storage) => {
    const owner = new Client({ connectionString: database.url('owner') });
    await owner.connect();
    await owner.query(`delete from ${schema}.outbox`);
    await owner.query(`insert into ${schema}.outbox (kind, data) values ('test.new-kind', '{"n": 1}')`);
    const [older, newer] = [recorder(), recorder()];
    expect(await relayOf(storage, 1, [older.consume])).toBeInstanceOf(SchemaIsNewer);
    expect((await owner.query(`select from ${schema}.outbox where position is null`)).rowCount).toBe(1);
    expect(await relayOf(storage, 0, [newer.consume])).toBeUndefined();
    expect([older.seen, newer.seen]).toEqual([[], [1]]);
    expect((await owner.query(`select from ${schema}.outbox_trouble`)).rowCount).toBe(0);
    await owner.end();
  });

  it('publishes no event that a step wrote while it ran, however often both come at once', async () => {
    const owner = new Client({ connectionString: database.url('owner') });
    await owner.connect();
    for (let round = 0; round < 20; round++) {
      await write(round);
      const { seen, consume } = recorder();
      const step = owner.query(
        `with step as (insert into capacity.migration (timestamp, name) values (9, 'Later9'))
         insert into capacity.outbox (kind, data) values ('test.of-the-step', '{"n": "later"}')`,
      );
      await publish([consume], 1).catch((error: unknown) => expect(error).toBeInstanceOf(SchemaIsNewer));
      await step;
      expect(seen).not.toContain('later');
      await owner.query(`delete from capacity.migration where name = 'Later9'`);
      await drain();
    }
    await owner.end();
  });
});

describe('who reads on from a position', () => {
  it('misses no event, whatever twenty writers and two relays do meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ events: fc.integer({ min: 1, max: 4 }), isSlow: fc.boolean() }), { minLength: 20, maxLength: 20 }), // prettier-ignore
        async (writers) => {
          const before = await lastPosition();
          const seen: number[] = [];
          let isWriting = true;
          let isPublishing = true;
          const publishing = Array.from({ length: 2 }, async () => {
            while (isWriting) await publish([], 3);
          });
          const reading = readAll(before, seen, () => isPublishing);
          await Promise.all(writers.map(writeSlowly));
          isWriting = false;
          await Promise.all(publishing);
          await publish();
          isPublishing = false;
          await reading;
          const written = writers.flatMap(({ events }, writer) =>
            Array.from({ length: events }, (_, index) => writer * 10 + index),
          );
          expect(seen.toSorted((a, b) => a - b)).toEqual(written);
        },
      ),
      { numRuns: 10 },
    );
  });
});

/** Reads on from a position while more may come, and once after that. */
async function readAll(from: number, seen: number[], mayCome: () => boolean): Promise<void> {
  for (let cursor = from, isLast = false; !isLast;) {
    isLast = !mayCome();
    const found = await numbersSince(cursor);
    seen.push(...found.map(({ n }) => n));
    cursor = found.at(-1)?.position ?? cursor;
  }
}

/** Takes its ids early and commits late, as a transaction with much to do. */
async function writeSlowly(plan: { events: number; isSlow: boolean }, writer: number): Promise<void> {
  await db.transaction(async (tx) => {
    for (let index = 0; index < plan.events; index++)
      await emit(tx, [
        { kind: 'test.happened', organisationId: organisation(writer), data: { n: writer * 10 + index } },
      ]);
    if (plan.isSlow) await tx.query('select pg_sleep(0.02)');
  });
}
