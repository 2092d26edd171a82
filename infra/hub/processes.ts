import { openProcesses } from '../processes/open-processes.js';
import { runHub } from './run-hub.js';

await runHub((base, opened) => openProcesses(base, opened));
