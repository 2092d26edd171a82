import { openProcesses } from './open-processes.js';
import { runHub } from './run-hub.js';

await runHub((base, opened) => openProcesses(base, opened));
