import type { Environment } from '../process/environment.js';
import { serveMetrics } from './serve-metrics.js';
import { openTraces } from './traces.js';

/** Starts what a process tells of itself while it runs, as its settings wish; gives what ends it. */
export async function openTelemetry(name: string, environment: Environment): Promise<() => Promise<void>> {
  const closeTraces = await openTraces(name, environment);
  const closeMetrics = await serveMetrics(environment);
  return async () => {
    await closeMetrics();
    await closeTraces();
  };
}
