import type { ChildProcess } from 'node:child_process';
import cluster from 'node:cluster';
import type { Environment } from '../../platform/process/environment.js';
import { announceReady, stopWithProcess } from '../../platform/process/process-life.js';
import { watched } from '../../platform/telemetry/metrics.js';
import { serveMetrics } from '../../platform/telemetry/serve-metrics.js';
import { metricsOfAll } from '../../platform/telemetry/worker-metrics.js';
import { programFile } from './programs.js';
import { supervise, type SupervisedProcess } from './supervise.js';
import { workerProcess } from './worker-process.js';

const nameVariable = 'GATEWAY_WORKER';

const watchWorkers = watched(
  'gateway_workers',
  'Processes behind the one port of a gateway: those wanted, and those there.',
  ['state'],
);

/** Which of the workers of a gateway this process is; null where it is none. */
export function workerName(environment: Environment): string | null {
  return cluster.isWorker ? (environment[nameVariable] ?? null) : null;
}

/**
 * Runs a gateway as several processes, each of which starts this program anew. This one takes the connections and hands them out in turn, shows the
 * metrics of all, and keeps the workers alive until it is told to stop. Throws when a worker does not start the first time.
 */
export async function runWorkers(count: number, environment: Environment): Promise<void> {
  const workers: SupervisedProcess[] = [];
  const start = async (index: number): Promise<void> => {
    workers.push(await superviseWorker(String(index + 1), environment));
  };
  // what is wrong with the settings is told by one of them
  await start(0);
  await Promise.all(Array.from({ length: count - 1 }, (_, index) => start(index + 1)));

  const there = (): ChildProcess[] => workers.filter((worker) => worker.isThere()).map((worker) => worker.child());
  watchWorkers((gauge) => {
    gauge.set({ state: 'wanted' }, count);
    gauge.set({ state: 'there' }, there().length);
  });
  const closeMetrics = await serveMetrics(environment, () => metricsOfAll(there()));
  stopWithProcess(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await closeMetrics();
  });
  announceReady();
}

function superviseWorker(name: string, environment: Environment): Promise<SupervisedProcess> {
  return supervise({
    name: `gateway worker ${name}`,
    script: programFile('gateway'),
    environment: { ...environment, [nameVariable]: name, METRICS_PORT: '0' },
    report: (line) => console.error(line),
    ...workerProcess,
  });
}
