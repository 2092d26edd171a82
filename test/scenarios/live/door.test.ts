import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentIdOf } from '../../../gateway/registered/registered-operations.js';
import { broker } from '../../actors.js';
import { openBrowser, signIn } from '../../builders/browser/browser.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';
import { liveQuery, openStream, type TestQuery, type TestStream } from '../../live-stream.js';

describe('the door of what stays up to date', () => {
  let hub: TestHub;
  let authorization: string;
  let query: TestQuery;

  beforeAll(async () => {
    hub = await startTestHub();
    authorization = `Bearer ${await hub.token(broker)}`;
    query = liveQuery('page-case-file', { id: await caseIdOf(hub, 'FL-26-0042') });
  });
  afterAll(() => hub.close());

  const open = (queries: unknown, headers: Record<string, string> = { authorization }): Promise<TestStream> =>
    openStream(hub.url, queries, headers);

  it('is closed to whoever has no token, or one that does not hold', async () => {
    expect(await open([query], {})).toMatchObject({ status: 401, refusal: 'UNAUTHENTICATED' });
    expect(await open([query], { authorization: 'Bearer x.y.z' })).toMatchObject({ status: 401 });
  });

  it('is closed to another site, whatever that makes the browser send', async () => {
    const browser = openBrowser(hub.url);
    await signIn(browser, 'demonstration-care-broker');
    const cookie = `thuisbasis=${browser.cookie('thuisbasis') ?? ''}`;
    const foreign: [Record<string, string>, string][] = [
      [{ origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }, 'CROSS_ORIGIN'],
      [{ 'sec-fetch-site': 'cross-site' }, 'CROSS_ORIGIN'],
      [{}, 'CROSS_ORIGIN'],
      [{ origin: hub.url, 'content-type': 'text/plain' }, 'UNSUPPORTED_MEDIA_TYPE'],
    ];
    for (const [headers, code] of foreign) expect((await open([query], { cookie, ...headers })).refusal).toBe(code);
  });

  it('knows registered queries that say when they change, and nothing else', async () => {
    const named = (documentId: unknown) => open([{ ...query, documentId }]);
    expect((await named(documentIdOf('{ cases { edges { node { number } } } }'))).refusal).toBe(
      'PERSISTED_QUERY_NOT_FOUND',
    );
    expect((await named(liveQuery('hold-place').documentId)).refusal).toBe('OPERATION_NOT_REGISTERED');
    expect((await named(liveQuery('page-hold-place').documentId)).refusal).toBe('OPERATION_NOT_REGISTERED');
    expect((await open([{ ...query, query: '{ __typename }', documentId: undefined }])).refusal).toBe('BAD_REQUEST');
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no query', []],
    ['too many', Array.from({ length: 9 }, (_, n) => ({ id: `q${n}` }))],
    ['a text', 'x'],
    ['a query that is none', [null]],
    ['a name that is none', [{ id: '<x>' }]],
  ])('is closed to %s', async (_what, queries) => {
    expect(await open(queries)).toMatchObject({ status: 400, refusal: 'BAD_REQUEST' });
  });

  it('is closed to two queries of one name, and to a purpose of another role', async () => {
    expect((await open([query, query])).refusal).toBe('BAD_REQUEST');
    expect((await open([{ ...query, purpose: 'OPERATION' }])).refusal).toBe('PURPOSE_NOT_ALLOWED');
  });

  it('answers in no other form, and to no other method', async () => {
    expect(await open([query], { authorization, accept: 'application/json' })).toMatchObject({ status: 406 });
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await fetch(`${hub.url}/graphql/stream`, { method, headers: { authorization } })).status).toBe(405);
  });

  it('opens a dozen times for one caller, and again once one is closed', async () => {
    const streams = await Promise.all(Array.from({ length: 12 }, () => open([query])));
    expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
    expect(await open([query])).toMatchObject({ status: 429, refusal: 'TOO_MANY_STREAMS' });
    expect(
      (await open([query], { authorization: `Bearer ${await hub.token({ ...broker, subject: 'other' })}` })).status,
    ).toBe(200);
    streams[0]?.drop();
    let again = await open([query]);
    while (again.status !== 200) again = await open([query]);
    expect((await again.next())?.payload.data).toMatchObject({ case: { number: 'FL-26-0042' } });
    for (const stream of streams) stream.drop();
    again.drop();
  });

  it('tells everybody when the hub closes, and closes in time', async () => {
    const closing = await startTestHub({ database: hub.database });
    const stream = await openStream(closing.url, [query], { authorization: `Bearer ${await closing.token(broker)}` });
    await stream.next();
    await closing.close();
    expect((await stream.next())?.payload.errors?.[0]?.extensions.code).toBe('OVERLOADED');
    expect(await stream.next()).toBeNull();
  });
});
