import { runHub } from './run-hub.js';

// loaded while PostgreSQL starts: both take about a second
const services = import('./open-in-process.js');

await runHub(async (base, opened) => (await services).openInProcess(base, opened));
