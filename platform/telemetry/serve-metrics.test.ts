import { expect, it } from '@jest/globals';
import { freePort } from '../../infra/postgres/embedded.js';
import { serveMetrics } from './serve-metrics.js';

it('goes on showing metrics after one look that failed', async () => {
  const port = String(await freePort());
  const looks = [() => Promise.reject(new Error('a gauge that fails')), () => Promise.resolve('counted 1\n')];
  const close = await serveMetrics({ METRICS_PORT: port }, () => looks.shift()?.() ?? Promise.resolve(''));
  const look = () => fetch(`http://127.0.0.1:${port}/metrics`);
  expect((await look()).status).toBe(500);
  expect(await (await look()).text()).toBe('counted 1\n');
  await close();
});
