import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { openDatabase, type DataSource } from '../../platform/database/database.js';
import { onHost } from '../../platform/database/replica/replica-settings.js';
import { openReplicas, type Replicas } from '../../platform/database/replica/replicas.js';
import { withSearches } from '../../platform/database/replica/with-searches.js';
import { withCaller } from '../../platform/database/with-caller.js';
import { createLogger } from '../../platform/process/logger.js';
import { capacityStorage } from '../../subgraphs/capacity/storage.js';
import { registry } from '../../platform/telemetry/metrics.js';
import { committedDocument } from '../../gateway/registered/registered-operations.js';
import { broker, type Actor } from '../actors.js';
import { callerAs } from '../builders/callers.js';
import { soon } from '../builders/soon.js';
import { everyOperation } from '../every-operation.js';
import { figureArguments } from '../figure-arguments.js';
import { caseIdOf, startTestHub, type TestHub } from '../hub.js';
import { liveQuery, openStream } from '../live-stream.js';
import { databaseName, openPair, type PostgresPair } from './postgres-pair.js';

interface FoundOptions {
  case: { options: { edges: { node: { id: string; title: string } }[] } };
}

const colleague: Actor = { ...broker, subject: 'colleague' };
const other: Actor = { ...broker, subject: 'other' };
const asking = callerAs('care-broker');
const withinMs = 30_000;

describe('a hub whose PostgreSQL has a standby', () => {
  let pair: PostgresPair;
  let hub: TestHub;
  let caseId: string;

  beforeAll(async () => {
    pair = await openPair();
    // as far behind as may be: a standby that stands still in these tests is yet asked
    const environment = { DATABASE_REPLICAS: pair.replica, REPLICA_BEHIND_MS: '60000' };
    hub = await startTestHub({ database: pair.database, environment });
    caseId = await caseIdOf(hub, 'FL-26-0042');
  });

  afterAll(async () => {
    await hub.close();
    await pair.remove();
  });

  const onPrimary = (sql: string) => pair.primary.ask<{ count: number }>(databaseName, sql);
  const onStandby = (sql: string) => pair.standby.ask<{ count: number }>(databaseName, sql);

  /** Of all subgraphs, what a standby could not answer. */
  async function failures(): Promise<number[]> {
    const metric = registry.getSingleMetric('thuisbasis_database_searches_total');
    const values = (await metric?.get())?.values ?? [];
    return values.flatMap(({ labels, value }) => (labels['answered'] === 'primary_replica_failed' ? [value] : []));
  }

  /** How many requests of capacity had their searches answered so. */
  async function answered(by: string): Promise<number> {
    const metric = registry.getSingleMetric('thuisbasis_database_searches_total');
    const values = (await metric?.get())?.values ?? [];
    const found = values.find(({ labels }) => labels['pool'] === 'thuisbasis-capacity' && labels['answered'] === by);
    return found?.value ?? 0;
  }

  const searchesOfPrimary = () => hub.statements().capacity.filter((sql) => sql.includes('considered')).length;

  async function findOptions(actor: Actor): Promise<{ id: string; title: string }[]> {
    const variables = { caseId, first: 5, after: null };
    const { data, errors } = await hub.query<FoundOptions>(committedDocument('find-options'), variables, actor);
    expect(errors).toEqual([]);
    return data.case.options.edges.map(({ node }) => node);
  }

  /** Asks until this is who answers. */
  const untilAnswered = (by: string, actor: Actor = other): Promise<true> =>
    soon(async () => {
      const before = await answered(by);
      await findOptions(actor);
      return (await answered(by)) > before ? (true as const) : undefined;
    }, withinMs);

  const rename = (id: string, title: string) =>
    onPrimary(`update capacity.offer set title = '${title}' where id = '${id}'`);

  it('asks its searches of the standby, and keeps its audit on the primary', async () => {
    await untilAnswered('replica');
    const count = 'select count(*) from capacity.audit_event';
    const [before] = await onPrimary(count);
    hub.resetCounts();
    const [first] = await findOptions(other);
    expect(first).toBeDefined();
    expect(searchesOfPrimary()).toBe(0);
    expect((await onPrimary(count))[0]?.count).toBeGreaterThan(before?.count ?? 0);
    const pools = `select count(*) from pg_stat_activity where application_name = 'thuisbasis-capacity-replica'`;
    expect((await onStandby(pools))[0]?.count).toBeGreaterThan(0);
  });

  it('reads what a caller wrote at once, also while the standby stands still', async () => {
    await untilAnswered('replica');
    await onStandby('select pg_wal_replay_pause()');
    const [first] = await findOptions(colleague);
    const offerId = first?.id ?? '';
    await rename(offerId, 'Nieuwe naam');
    expect((await findOptions(colleague))[0]?.title).toBe(first?.title);

    const input = { idempotencyKey: randomUUID(), caseId, offerId };
    const { errors } = await hub.query(committedDocument('hold-place'), { input }, colleague);
    expect(errors).toEqual([]);
    const before = await answered('primary_own_write');
    hub.resetCounts();
    const titleFor = async (actor: Actor) => (await findOptions(actor)).find(({ id }) => id === offerId)?.title;
    expect(await titleFor(colleague)).toBe('Nieuwe naam');
    expect(await answered('primary_own_write')).toBe(before + 1);
    expect(searchesOfPrimary()).toBe(1);
    expect(await titleFor(other)).toBe(first?.title);

    await onStandby('select pg_wal_replay_resume()');
    await soon(async () => ((await titleFor(other)) === 'Nieuwe naam' ? true : undefined), withinMs);
  });

  it('tells a screen what changed, also while the standby stands still', async () => {
    await untilAnswered('replica');
    const query = liveQuery('page-case-options', { id: caseId });
    const stream = await openStream(hub.url, [query], { authorization: `Bearer ${await hub.token(other)}` });
    const titles = async (): Promise<string[]> =>
      ((await stream.next())?.payload.data as FoundOptions).case.options.edges.map(({ node }) => node.title);
    const offerId = (await findOptions(colleague))[1]?.id ?? '';
    await titles();
    await onStandby('select pg_wal_replay_pause()');
    try {
      await rename(offerId, 'Naam op het scherm');
      const input = { idempotencyKey: randomUUID(), caseId, offerId };
      expect((await hub.query(committedDocument('hold-place'), { input }, colleague)).errors).toEqual([]);
      expect(await titles()).toContain('Naam op het scherm');
    } finally {
      stream.drop();
      await onStandby('select pg_wal_replay_resume()');
    }
  });

  it('has all that is searched answered by a standby', async () => {
    await untilAnswered('replica');
    const headers = { authorization: `Bearer ${await hub.token(other)}` };
    const sdl = await (await fetch(`${hub.url}/schema.graphql`, { headers })).text();
    const given = {
      ...figureArguments(2023),
      case: `id: "${caseId}"`,
      freshnessBoard: 'region: "flevoland"',
      options: 'need: { birthYear: 2014, municipalityCode: "0995" }',
      searchProfessionals: 'search: { municipalityCode: "0995" }',
      yearTable: 'region: "flevoland", year: 2023',
    };
    const before = await failures();
    for (const { name, document } of everyOperation(buildSchema(sdl), given)) {
      if (!(name in given)) continue;
      const { errors } = await hub.query(document, {}, other);
      expect([name, errors.filter(({ extensions }) => extensions?.['code'] !== 'FORBIDDEN')]).toEqual([name, []]);
    }
    expect(await failures()).toEqual(before);
  });

  describe('over a pool of its own', () => {
    let db: DataSource;
    let replicas: Replicas;

    beforeAll(async () => {
      const open = (url: string) =>
        openDatabase(capacityStorage, { url, applicationName: 'test', poolSize: 2, statementTimeoutMs: 200 });
      const url = pair.database.url('capacity');
      db = await open(url);
      replicas = openReplicas(db, {
        ...{ pool: 'test', logger: createLogger('test', 'silent'), hosts: [pair.replica], mostBehindMs: 2_000 },
        open: (host) => open(onHost(url, host)),
      });
      await soon(() => replicas.choose() ?? undefined, withinMs);
    });

    afterAll(async () => {
      await replicas.close();
      await db.destroy();
    });

    const search = (sql: string): Promise<object[]> =>
      withCaller(db, asking, (tx) => withSearches(db, asking, tx, (searching) => searching.query(sql)));
    const isStandby = 'select pg_is_in_recovery() as "isStandby"';

    it('is not asked while it is too far behind', async () => {
      await onStandby('select pg_wal_replay_pause()');
      await onPrimary('update capacity.offer set title = title');
      await soon(() => (replicas.choose() ? undefined : true), withinMs);
      expect(await search(isStandby)).toEqual([{ isStandby: false }]);
      await onStandby('select pg_wal_replay_resume()');
      await soon(() => replicas.choose() ?? undefined, withinMs);
      expect(await search(isStandby)).toEqual([{ isStandby: true }]);
    });

    it('knows the caller', async () => {
      const caller = `select current_setting('hub.caller')::json ->> 'subject' as subject, pg_is_in_recovery() as "isStandby"`;
      const [known] = await search(caller);
      const [onPrimaryKnown] = await withCaller(db, asking, (tx) => tx.query<object[]>(caller));
      expect(known).toEqual({ ...onPrimaryKnown, isStandby: true });
    });

    it('has what it cannot do done by the primary, but not what took too long', async () => {
      expect(await search(`select pg_current_wal_lsn() is not null as "isPrimary"`)).toEqual([{ isPrimary: true }]);
      await soon(() => replicas.choose() ?? undefined, withinMs);
      await expect(search('select pg_sleep(20)')).rejects.toMatchObject({ driverError: { code: '57014' } });
    });
  });

  it('answers from the primary while the standby is down, and asks it again when it is back', async () => {
    await untilAnswered('replica');
    await pair.standby.stop();
    expect(await findOptions(other)).not.toEqual([]);
    await untilAnswered('primary_no_replica');
    await pair.standby.start();
    await untilAnswered('replica');
  });

  it('loses nothing that it accepted when the standby takes over', async () => {
    await pair.commitTogether();
    await soon(async () => {
      const [row] = await onPrimary(`select count(*) from pg_stat_replication where sync_state = 'sync'`);
      return row?.count === 1 ? true : undefined;
    }, withinMs);
    const accepted: string[] = [];
    const keys = Array.from({ length: 40 }, () => randomUUID());
    const writers = Promise.all(keys.map((key) => register(key).then((id) => accepted.push(id))));
    await soon(() => (accepted.length > 4 ? true : undefined), withinMs);
    await pair.failOver();
    await writers;
    expect(new Set(accepted).size).toBe(keys.length);
    const listed = accepted.map((id) => `'${id}'`).join(',');
    expect(await onStandby(`select count(*) from cases.consultation where id in (${listed})`)).toEqual([
      { count: keys.length },
    ]);
    // whoever follows nobody any more is no copy
    await untilAnswered('primary_no_replica');
  });

  /** Registers a consultation, again under the same key until it was accepted. */
  async function register(idempotencyKey: string): Promise<string> {
    const referrer = { kind: 'PARENT', municipalityCode: '0034' };
    const input = { idempotencyKey, channel: 'PHONE', municipalityCode: '0034', referrer };
    const document =
      'mutation ($input: RegisterConsultationInput!) { registerConsultation(input: $input) { consultation { id } } }';
    return soon(async () => {
      type Registered = { registerConsultation: { consultation: { id: string } } | null } | null;
      const { data } = await hub.query<Registered>(document, { input }, broker);
      return data?.registerConsultation?.consultation.id;
    });
  }
});
