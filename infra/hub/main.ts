import { openLane } from '../bulk-lane/open-lane.js';
import { runHub } from './run-hub.js';

// loaded while PostgreSQL starts: both take about a second
const services = import('./open-in-process.js');

await runHub(async (base, opened) => {
  const lane = await openLane(base, opened);
  await (await services).openInProcess(base, opened, { bulkLane: lane.address });
});
