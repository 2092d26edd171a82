import { startOrEnd } from '../../platform/process/process-life.js';
import { toWorkers } from '../../gateway/overload/workers.js';
import { runWorkers, workerName } from './gateway-workers.js';

const name = workerName(process.env);
await startOrEnd('gateway', async () => {
  const workers = name === null ? toWorkers(process.env) : 1;
  if (workers > 1) return runWorkers(workers, process.env);
  // nothing of a gateway is loaded into the process that keeps workers
  const { runGatewayHere } = await import('./run-gateway-here.js');
  await runGatewayHere(name);
});
