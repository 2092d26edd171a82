import { createHash, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { broker, type Actor } from '../../actors.js';
import { openBrowser, type Browser } from '../../builders/browser/browser.js';
import { openHoldScene, planner, type HoldScene } from '../../builders/scenes/hold-scene.js';
import { startTestHub, type TestHub, type TestHubOptions } from '../../hub.js';
import { liveQuery, openStream, type TestQuery, type TestStream, type Told } from '../../live-stream.js';

interface Holds {
  readonly case: {
    readonly number: string;
    readonly holds: { readonly edges: readonly { readonly node: { id: string; state: string } }[] };
  } | null;
}

const holdsIn = (told: Told | null): string[] =>
  (told?.payload.data as Holds | undefined)?.case?.holds.edges.map(({ node }) => node.state) ?? [];
const codesIn = (told: Told | null): string[] => told?.payload.errors?.map(({ extensions }) => extensions.code) ?? [];

const forms: [string, TestHubOptions][] = [
  ['another hub over the same data', {}],
  ['a hub of processes', { form: 'processes' }],
];

describe.each(forms)('what is on a screen of %s', (_form, options) => {
  /** Where brokers and providers work. */
  let hub: TestHub;
  /** Where screens are open: it hears of the other only through the database. */
  let watched: TestHub;
  let scene: HoldScene;
  let opened: TestStream[] = [];

  beforeAll(async () => {
    hub = await startTestHub();
    watched = await startTestHub({ ...options, database: hub.database, environment: { OPERATIONS: 'registered' } });
    scene = await openHoldScene(hub);
  });
  afterEach(() => {
    for (const stream of opened) stream.drop();
    opened = [];
  });
  afterAll(async () => {
    await watched.close();
    await hub.close();
  });

  const open = async (queries: unknown, headers: Record<string, string>): Promise<TestStream> => {
    const stream = await openStream(watched.url, queries, headers);
    opened.push(stream);
    return stream;
  };
  const streamAs = async (actor: Actor, queries: unknown): Promise<TestStream> =>
    open(queries, { authorization: `Bearer ${await watched.token(actor)}` });
  const own = (): Record<string, string> => ({ origin: watched.url, 'sec-fetch-site': 'same-origin' });
  const streamIn = (browser: Browser, queries: unknown): Promise<TestStream> =>
    open(queries, { ...own(), cookie: `thuisbasis=${browser.cookie('thuisbasis') ?? ''}` });
  /** Somebody with a session: where operations are registered nobody signs in with an invented account. */
  const signedIn = async (): Promise<Browser> => {
    const id = randomBytes(32).toString('base64url');
    await scene.asOwner(
      `insert into gateway.person_session (id_hash, subject, roles, region, idle_until, ends_at)
       values ($1, 'https://idp.example#somebody', '{care-broker}', 'flevoland', hub_now() + interval '1 hour', hub_now() + interval '6 hours')`,
      [createHash('sha256').update(id).digest()],
    );
    const browser = openBrowser(watched.url);
    browser.setCookie('thuisbasis', id);
    return browser;
  };
  const caseFile = (n: number): TestQuery => liveQuery('page-case-file', { id: scene.caseIds[n] });
  const holdFor = async (n: number): Promise<string> => {
    const asked = { caseId: scene.caseIds[n], offerId: await scene.offerWith(2), quantity: 1 };
    const { hold, codes } = await scene.hold(asked);
    expect(codes).toEqual([]);
    return hold?.id ?? '';
  };

  it('is there at once, for who may see it', async () => {
    const stream = await streamAs(broker, [caseFile(0)]);
    const { status, headers } = stream;
    expect([status, headers.get('cache-control'), headers.get('x-accel-buffering')]).toEqual([200, 'no-store', 'no']);
    expect((await stream.next())?.payload.data).toMatchObject({ case: { number: 'FL-26-0011' } });
  });

  it('changes when a provider answers a broker, once for each change, and in no other query', async () => {
    const stream = await streamAs(broker, [caseFile(1), liveQuery('page-cases', { first: 5 })]);
    const first = [await stream.next(), await stream.next()];
    expect(first.map((told) => told?.id).sort()).toEqual(['page-case-file', 'page-cases']);
    const holdId = await holdFor(1);
    expect(holdsIn(await stream.next())[0]).toBe('REQUESTED');
    await scene.answer({ holdId, answer: 'ACCEPT' }, planner);
    const told = await stream.next();
    expect([told?.id, holdsIn(told)[0]]).toEqual(['page-case-file', 'ACTIVE']);
    expect(stream.all).toHaveLength(4);
  });

  it('ends in its last state, whatever happened in between', async () => {
    const stream = await streamAs(broker, [caseFile(2)]);
    await stream.next();
    const ids = await Promise.all(Array.from({ length: 5 }, () => holdFor(2)));
    const released = await Promise.all(ids.map((holdId) => scene.step('releaseHold', holdId, broker)));
    expect(released.flatMap(({ codes }) => codes)).toEqual([]);
    let last = await stream.next();
    const isLast = (): boolean => holdsIn(last).filter((state) => state === 'RELEASED').length >= ids.length;
    while (!isLast()) last = await stream.next();
    expect(stream.all.length).toBeLessThan(2 * ids.length);
  });

  it('is what it became meanwhile, once the hub hears of changes again', async () => {
    const stream = await streamAs(broker, [caseFile(3)]);
    await stream.next();
    const listener = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'thuisbasis-gateway-live' and datname = current_database()`;
    const cut = setInterval(() => void scene.asOwner(listener).catch(() => undefined), 20);
    await scene.asOwner(listener);
    await holdFor(3);
    clearInterval(cut);
    expect(holdsIn(await stream.next(15_000))[0]).toBe('REQUESTED');
  });

  it('is gone at once when somebody signs out elsewhere', async () => {
    const browser = await signedIn();
    const stream = await streamIn(browser, [caseFile(0), liveQuery('page-cases')]);
    await stream.next();
    await stream.next();
    expect((await browser.post('/uitloggen', {})).status).toBe(204);
    const told = [await stream.next(2_000), await stream.next(2_000)];
    expect(told.flatMap(codesIn)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    expect(await stream.next()).toBeNull();
  });

  it('is gone when a session lapses, which no stream keeps alive', async () => {
    const browser = await signedIn();
    const stream = await streamIn(browser, [caseFile(4)]);
    await stream.next();
    await scene.asOwner(`update gateway.person_session set idle_until = hub_now() - interval '1 second'`);
    await holdFor(4);
    expect(codesIn(await stream.next())).toEqual(['UNAUTHENTICATED']);
    expect(await stream.next()).toBeNull();
    expect((await streamIn(browser, [caseFile(4)])).refusal).toBe('UNAUTHENTICATED');
  });

  it('does not make a session last longer', async () => {
    const browser = await signedIn();
    const until = async (): Promise<unknown> =>
      (await scene.asOwner('select max(idle_until) as until from gateway.person_session'))[0]?.['until'];
    await scene.asOwner(`update gateway.person_session set idle_until = hub_now() + interval '20 minutes'`);
    const before = await until();
    await (await streamIn(browser, [caseFile(0)])).next();
    expect(await until()).toEqual(before);
  });

  it('is gone when a right is withdrawn, with what is not theirs any more', async () => {
    const browser = await signedIn();
    const stream = await streamIn(browser, [caseFile(5)]);
    await stream.next();
    await scene.asOwner(`update gateway.person_session set roles = '{analyst}' where 'care-broker' = any(roles)`);
    await holdFor(5);
    expect(codesIn(await stream.next())).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect(await stream.next()).toBeNull();
  });

  it('is gone when a case is handed over to another region', async () => {
    const stream = await streamAs(broker, [caseFile(6)]);
    await stream.next();
    await scene.asOwner(`update cases.case_file set region = 'gooi-en-vechtstreek' where id = $1`, [scene.caseIds[6]]);
    expect((await stream.next())?.payload.data).toEqual({ case: null });
  });

  it.each<[string, Actor, string]>([
    ['a broker of another region sees no case', { role: 'care-broker', region: 'gooi-en-vechtstreek' }, 'none'],
    ['an analyst may not ask', { role: 'analyst' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['a provider may not ask', planner, 'PERSISTED_QUERY_NOT_FOUND'],
  ])('is for nobody else: %s', async (_who, actor, code) => {
    const stream = await streamAs(actor, [caseFile(0)]);
    if (code === 'none') expect((await stream.next())?.payload.data).toEqual({ case: null });
    else expect([stream.status, stream.refusal]).toEqual([404, code]);
  });
});
