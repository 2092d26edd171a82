import { constants, setPriority } from 'node:os';
import { ConfigurationError } from '../../platform/process/environment.js';
import { announceReady, stopWithProcess } from '../../platform/process/process-life.js';
import { openInProcess } from '../hub/open-in-process.js';
import { trackOpened } from '../hub/opened.js';
import { laneBase } from './lane-settings.js';

// a question never waits for a processor that is busy in bulk
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const opened = trackOpened();
try {
  await openInProcess(await laneBase(process.env), opened, { isBulkLane: true });
  stopWithProcess(() => opened.close());
  announceReady();
} catch (error) {
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
}
