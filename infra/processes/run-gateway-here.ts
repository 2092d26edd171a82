import cluster from 'node:cluster';
import { runGateway } from '../../gateway/run-gateway.js';
import { lendMetrics } from '../../platform/telemetry/worker-metrics.js';
import { hubRoutes } from '../hub/routes.js';
import { development } from '../identity/development-accounts.js';

/** Runs a gateway in this process, which may be one of several workers. */
export async function runGatewayHere(worker: string | null): Promise<void> {
  if (worker !== null) lendMetrics(worker);
  // a worker that is let go of would else end at once, with all that it has let in
  if (cluster.worker) cluster.worker.exitedAfterDisconnect = true;
  // Ctrl-C, and whatever else ends a service, comes to workers as well: the door is shut by the process that holds it
  await runGateway(hubRoutes, development, { isLed: cluster.isWorker });
}
