import { toWorkers } from '../../gateway/overload/workers.js';
import { ConfigurationError } from '../../platform/process/environment.js';
import { openLane } from '../bulk-lane/open-lane.js';
import { runHub } from './run-hub.js';

// loaded while PostgreSQL starts: both take about a second
const services = import('./open-in-process.js');

await runHub(async (base, opened) => {
  if (toWorkers(base.environment) > 1)
    throw new ConfigurationError(
      'GATEWAY_WORKERS is for a gateway of its own: npm run start:processes, or set it to 1.',
    );
  const lane = await openLane(base, opened);
  await (await services).openInProcess(base, opened, { bulkLane: lane.address });
});
