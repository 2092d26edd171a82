import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openBrowser, signIn, target, type Browser } from '../../builders/browser/browser.js';
import { broker } from '../../actors.js';
import { startTestHub, type TestHub, type TestHubOptions } from '../../hub.js';

const account = 'demonstration-care-broker';
const cookieName = 'thuisbasis';
const question = { query: '{ cases(first: 1) { edges { node { number } } } }' };
const forms: [string, TestHubOptions][] = [
  ['one process with its lane', { hasBulkLane: true }],
  ['processes', { form: 'processes' }],
];

describe.each(forms)('a person who signs in, in %s', (_form, options) => {
  let hub: TestHub;
  let browser: Browser;

  beforeAll(async () => {
    hub = await startTestHub(options);
  });
  beforeEach(() => {
    browser = openBrowser(hub.url);
  });
  afterAll(() => hub.close());

  const whoAmI = async (): Promise<unknown> => (await browser.get('/wie-ben-ik')).json();
  const code = async (response: Response): Promise<[number, string | undefined]> => {
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    return [response.status, errors?.[0]?.extensions.code];
  };

  it('chooses an account on a Dutch page without scripts, and is known from then on', async () => {
    const page = await browser.get(target(await browser.get(target(await browser.get('/inloggen?naar=/zoeken')))));
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(html).toContain('<html lang="nl">');
    expect(html).toContain('Alleen voor ontwikkeling');
    expect(html).not.toMatch(/<script|https?:|style=/);
    for (const [, id] of html.matchAll(/<input type="radio" id="([^"]+)"/g))
      expect(html).toContain(`<label for="${id ?? ''}">`);

    expect(target(await signIn(browser, account, '/inloggen?naar=/zoeken'))).toBe(`${hub.url}/zoeken`);
    expect(await whoAmI()).toEqual({
      person: expect.stringMatching(/^[\w-]{43}$/),
      roles: ['care-broker'],
      organisation: null,
      region: 'flevoland',
      expiresAt: expect.stringMatching(/^20..-..-..T/),
    });
    const answer = await browser.post('/graphql', question);
    const sameByToken = await hub.query(question.query, {}, broker);
    expect(await answer.json()).toEqual({ data: sameByToken.data });
  });

  it('has a cookie that no script reads, and a new one after each time', async () => {
    browser.setCookie(cookieName, 'chosen-by-another');
    const landed = await signIn(browser, account);
    const [set = ''] = landed.headers.getSetCookie();
    expect(set).toMatch(/^thuisbasis=[\w-]{43}; Path=\/; Max-Age=21600; HttpOnly; SameSite=Lax$/);
    const first = browser.cookie(cookieName);
    expect(first).not.toBe('chosen-by-another');
    await signIn(browser, 'demonstration-case-owner');
    const second = browser.cookie(cookieName);
    expect(second).not.toBe(first);
    expect(await whoAmI()).toMatchObject({ roles: ['case-owner'] });
    browser.setCookie(cookieName, first ?? '');
    expect(await code(await browser.get('/wie-ben-ik'))).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('is nobody before, and after signing out', async () => {
    expect(await code(await browser.get('/wie-ben-ik'))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await code(await browser.post('/graphql', question))).toEqual([401, 'UNAUTHENTICATED']);
    await signIn(browser, account);
    const cookie = browser.cookie(cookieName) ?? '';
    expect(await code(await browser.post('/uitloggen', {}, { origin: 'https://elsewhere.example' }))).toEqual([
      403,
      'CROSS_ORIGIN',
    ]);
    expect((await browser.post('/uitloggen', new URLSearchParams())).status).toBe(204);
    expect(browser.cookie(cookieName)).toBeUndefined();
    browser.setCookie(cookieName, cookie);
    expect(await code(await browser.post('/graphql', question))).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('is not led by another site, whatever that makes the browser send', async () => {
    await signIn(browser, account);
    const foreign: [Record<string, string>, string][] = [
      [{ origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }, 'CROSS_ORIGIN'],
      [{ origin: 'https://elsewhere.example' }, 'CROSS_ORIGIN'],
      [{ origin: 'null' }, 'CROSS_ORIGIN'],
      [{ 'sec-fetch-site': 'same-site' }, 'CROSS_ORIGIN'],
      [{ 'sec-fetch-site': 'none' }, 'CROSS_ORIGIN'],
      [{ 'content-type': 'text/plain' }, 'UNSUPPORTED_MEDIA_TYPE'],
      [{ 'content-type': 'application/x-www-form-urlencoded' }, 'UNSUPPORTED_MEDIA_TYPE'],
    ];
    for (const [headers, expected] of foreign)
      expect([headers, (await code(await browser.post('/graphql', question, headers)))[1]]).toEqual([
        headers,
        expected,
      ]);
    const without = {
      method: 'POST',
      body: JSON.stringify(question),
      headers: { 'content-type': 'application/json', cookie: `thuisbasis=${browser.cookie(cookieName) ?? ''}` },
    };
    expect(await code(await fetch(`${hub.url}/graphql`, without))).toEqual([403, 'CROSS_ORIGIN']);
  });

  it('takes the files of its role with it, and sends figures, from the page alone', async () => {
    const page = { 'sec-fetch-site': 'same-origin' };
    await signIn(browser, 'demonstration-provider-planner');
    const template = await browser.get('/export/template.xlsx', page);
    expect([template.status, template.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="template.xlsx"',
    ]);
    const file = Buffer.from(await template.arrayBuffer());
    const taken = await browser.post('/import?isRehearsal=true', file);
    expect([taken.status, await taken.text()]).toEqual([200, expect.stringMatching(/"isComplete":true/)]);
    for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'same-site' }])
      expect(await code(await browser.post('/import', file, headers))).toEqual([403, 'CROSS_ORIGIN']);
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])
      expect((await code(await browser.post('/import', file, { 'content-type': type })))[1]).toBe(
        'UNSUPPORTED_MEDIA_TYPE',
      );
    for (const headers of [{}, { 'sec-fetch-site': 'none' }, { 'sec-fetch-site': 'cross-site' }])
      expect(await code(await browser.get('/export/template.xlsx', headers))).toEqual([403, 'CROSS_ORIGIN']);
    expect(await code(await browser.get('/export/yearTable.csv?region=flevoland&year=2023', page))).toEqual([
      403,
      'FORBIDDEN',
    ]);
    await signIn(browser, 'demonstration-analyst');
    expect((await browser.get('/export/yearTable.csv?region=flevoland&year=2023', page)).status).toBe(200);
    expect(await code(await browser.get('/export/template.xlsx', page))).toEqual([403, 'FORBIDDEN']);
    expect(await code(await browser.post('/import?isRehearsal=true', file))).toEqual([403, 'FORBIDDEN']);
  });

  it('uses a token before a session, and a session for nothing but questions and those files', async () => {
    const page = { 'sec-fetch-site': 'same-origin' };
    await signIn(browser, account);
    const wrong = await browser.post('/graphql', question, { authorization: 'Bearer rubbish' });
    expect(await code(wrong)).toEqual([401, 'UNAUTHENTICATED']);
    for (const path of ['/schema.graphql', '/operations', '/export/hsds', '/export/fhir', '/export/cbs/jeugdhulp.csv'])
      expect(await code(await browser.get(path, page))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await code(await browser.post('/import/professionals', Buffer.from('x')))).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('asks in bulk as well', async () => {
    await signIn(browser, account);
    const answer = await browser.post('/graphql', { ...question, extensions: { padding: 'x'.repeat(25_000) } });
    expect(answer.status).toBe(200);
  });

  it('cannot come back with an answer to another attempt, or be sent elsewhere', async () => {
    expect(await code(await browser.get('/inloggen/terug?code=x&state=y'))).toEqual([401, 'SIGN_IN_FAILED']);
    await browser.get('/inloggen');
    expect(await code(await browser.get('/inloggen/terug?code=x&state=y'))).toEqual([401, 'SIGN_IN_FAILED']);
    for (const elsewhere of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example'])
      expect(target(await signIn(browser, account, `/inloggen?naar=${encodeURIComponent(elsewhere)}`))).toBe(
        `${hub.url}/wie-ben-ik`,
      );
    const page = target(await browser.get(target(await browser.get('/inloggen'))));
    expect((await browser.post(page, new URLSearchParams({ account: 'nobody' }))).status).toBe(400);
    expect((await openBrowser(hub.url).post(page, new URLSearchParams({ account }))).status).toBe(400);
  });

  it('stays for an hour without a question, and six in all', async () => {
    await signIn(browser, account);
    await hub.database.moveClock('50 minutes');
    expect(await whoAmI()).toMatchObject({ roles: ['care-broker'] });
    await hub.database.moveClock('50 minutes');
    expect(await whoAmI()).toMatchObject({ roles: ['care-broker'] });
    const idle = openBrowser(hub.url);
    await signIn(idle, account);
    for (let n = 0; n < 5; n++) {
      await hub.database.moveClock('55 minutes');
      await whoAmI();
    }
    expect(await code(await browser.get('/wie-ben-ik'))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await code(await idle.get('/wie-ben-ik'))).toEqual([401, 'UNAUTHENTICATED']);
  });
});

describe('where registered operations are in force', () => {
  it('nobody signs in without a password', async () => {
    const hub = await startTestHub({ environment: { OPERATIONS: 'registered' } });
    const answers = await Promise.all(
      ['/inloggen', '/oauth/auth', '/oauth/aanmelden/x'].map((path) => fetch(`${hub.url}${path}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    await hub.close();
  });
});
