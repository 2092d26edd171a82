import { expect, it } from '@jest/globals';
import { freePort } from '../../infra/postgres/embedded.js';
import { openBrowser, signIn } from '../../test/builders/browser/browser.js';
import { cloneDatabase } from '../../test/database.js';
import { capturedLog } from '../testing/captured-log.js';
import { openMachineHub } from '../testing/machine-hub.js';

const account = { id: 'somebody-7', name: 'Fenna', work: 'analist', roles: ['analyst'], region: 'flevoland' } as const;

it('logs nothing of who signs in: no code, cookie, name or claim', async () => {
  const log = capturedLog();
  const database = await cloneDatabase('empty');
  const place = { databaseUrl: database.url('gateway'), port: await freePort(), logger: log.logger };
  const hub = await openMachineHub({ ...place, accounts: [account] });
  const browser = openBrowser(hub.gateway.url);

  await browser.get('/inloggen/terug?code=canary-code&state=canary-state');
  await signIn(browser, account.id);
  expect(await (await browser.get('/wie-ben-ik')).json()).toMatchObject({ roles: ['analyst'], region: 'flevoland' });
  const cookie = browser.cookie('thuisbasis') ?? '';
  expect((await browser.post('/graphql', { query: '{ version }' })).status).toBe(200);
  expect((await browser.post('/graphql', { query: '{ version }' }, { origin: 'https://canary.example' })).status).toBe(
    403,
  );
  await browser.post('/uitloggen', new URLSearchParams());

  await hub.close();
  await database.drop();
  expect(cookie).not.toBe('');
  expect(log.text()).toContain('/inloggen/terug');
  expect(log.text()).not.toContain(cookie);
  expect(log.text()).not.toMatch(/canary|somebody-7|Fenna|code=|state=|analyst|eyJ/);
});
