import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { metricsOfAll } from './worker-metrics.js';

const compiled = (name: string): string => new URL(`../../dist/platform/telemetry/${name}.js`, import.meta.url).href;

/** A worker that counts one thing, and has done something else by the time that it can tell. */
const programOf = (meanwhile: string): string => `
  import { once } from 'node:events';
  import { counter } from '${compiled('metrics')}';
  import { lendMetrics } from '${compiled('worker-metrics')}';
  lendMetrics('7');
  const counted = counter('counted_total', 'Something.', []);
  counted.collect = async () => { ${meanwhile} };
  counted.inc();
  process.send('ready');`;

describe('what a worker counts', () => {
  let folder: string;
  let worker: ChildProcess;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'thuisbasis-metrics-'));
  });
  afterEach(async () => {
    if (worker.exitCode !== null || worker.signalCode !== null) return;
    const gone = once(worker, 'exit');
    worker.kill('SIGKILL');
    await gone;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function start(meanwhile = ''): Promise<void> {
    const file = join(folder, 'worker.mjs');
    writeFileSync(file, programOf(meanwhile));
    worker = fork(file);
    await once(worker, 'message');
  }

  it('is shown under its name', async () => {
    await start();
    expect(await metricsOfAll([worker])).toContain('thuisbasis_counted_total{worker="7"} 1');
  });

  it('is left out when it dies while it is asked, or is gone by then', async () => {
    await start(`process.kill(process.pid, 'SIGKILL')`);
    expect(await metricsOfAll([worker])).not.toContain('worker="7"');
    expect(worker.signalCode).toBe('SIGKILL');
    expect(await metricsOfAll([worker])).not.toContain('worker="7"');
  });

  it('is left out when it cannot be told', async () => {
    await start(`throw new Error('a gauge that fails')`);
    expect(await metricsOfAll([worker])).not.toContain('worker="7"');
    expect(worker.exitCode).toBeNull();
  });

  it('does not end a worker that tells it to nobody, since whoever asked is gone', async () => {
    await start(`await once(process, 'disconnect'); setTimeout(() => process.exit(5), 100)`);
    worker.send({ metricsFor: 1 });
    worker.disconnect();
    expect(await once(worker, 'exit')).toEqual([5, null]);
  });
});
