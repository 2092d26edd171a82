import type { ChildProcess } from 'node:child_process';
import { AggregatorRegistry, type PrometheusContentType } from 'prom-client';
import { countProcess, registry } from './metrics.js';

/** How long a worker is waited for: who looks gets what the others count. */
const patienceMs = 1_000;
let asked = 0;

/**
 * In a worker: tells the process that started it what it counts, whenever that asks, all of it under the label `worker`. Nothing is added up over
 * workers, so that one which starts anew takes nothing from what the others counted.
 */
export function lendMetrics(worker: string): void {
  registry.setDefaultLabels({ worker });
  process.on('message', (message) => {
    const { metricsFor } = message as { metricsFor?: number };
    if (metricsFor === undefined) return;
    countProcess();
    void tellMetrics(metricsFor);
  });
}

/** Whoever asked may be gone by then, which is no reason to end. */
async function tellMetrics(metricsFor: number): Promise<void> {
  const metrics = await registry.getMetricsAsJSON().catch(() => []);
  process.send?.({ metricsFor, metrics }, undefined, undefined, () => undefined);
}

/** What this process and its workers count, as one text for Prometheus. */
export async function metricsOfAll(workers: readonly ChildProcess[]): Promise<string> {
  const told = await Promise.all(workers.map(metricsOf));
  const all = [...told, await registry.getMetricsAsJSON()];
  return AggregatorRegistry.aggregate<PrometheusContentType>(all).metrics();
}

/** What a worker counts; nothing of one that does not answer. */
function metricsOf(worker: ChildProcess): Promise<object[]> {
  const metricsFor = (asked += 1);
  return new Promise((resolve) => {
    const finish = (metrics: object[]): void => {
      clearTimeout(timer);
      worker.off('message', hear);
      resolve(metrics);
    };
    const hear = (message: unknown): void => {
      const answer = message as { metricsFor?: number; metrics?: object[] };
      if (answer.metricsFor === metricsFor) finish(answer.metrics ?? []);
    };
    const timer = setTimeout(finish, patienceMs, []);
    worker.on('message', hear);
    worker.send({ metricsFor }, (error) => {
      if (error) finish([]);
    });
  });
}
