import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { withClient } from '../../infra/database/client.js';
import { soon } from '../../test/builders/soon.js';
import { cloneDatabase, type TestDatabase } from '../../test/database.js';
import { openFaultProxy } from '../../test/faults/proxy/fault-proxy.js';
import { listen } from './listen.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase('empty');
});
afterAll(() => database.drop());

it('listening goes on after its connection was lost in silence', async () => {
  const proxy = await openFaultProxy(database.url('gateway'), Math.random);
  const heard: string[] = [];
  let connections = 0;
  const listening = listen({
    url: proxy.address(),
    applicationName: 'listening',
    channels: ['words'],
    onNotification: (_channel, words) => void heard.push(words),
    onConnected: () => (connections += 1),
    beatMs: 1_000,
  });
  const say = (words: string): Promise<unknown> =>
    withClient(database.url('owner'), (client) => client.query(`select pg_notify('words', '${words}')`));
  try {
    await soon(() => connections >= 1 || undefined);
    await say('before');
    await soon(() => heard.includes('before') || undefined);
    await proxy.suffer('hang');
    await say('lost');
    await proxy.heal();
    await soon(() => connections >= 2 || undefined);
    await say('after');
    await soon(() => heard.includes('after') || undefined);
    expect(heard).toEqual(['before', 'after']);
  } finally {
    await listening.close();
    await proxy.close();
  }
});
