import { openInProcess } from './open-in-process.js';
import { runHub } from './run-hub.js';

await runHub((base, opened) => openInProcess(base, opened));
