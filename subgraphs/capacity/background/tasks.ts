import type { BackgroundTask } from '../../../platform/background/repeat.js';
import type { DataSource } from '../../../platform/database.js';
import type { Environment } from '../../../platform/environment.js';
import type { Logger } from '../../../platform/logger.js';
import { relayTask } from '../../../platform/outbox/relay.js';

/** What capacity does unasked. */
export function capacityTasks(db: DataSource, _environment: Environment, logger: Logger): readonly BackgroundTask[] {
  return [relayTask(db, { schema: 'capacity', consumers: [], logger })];
}
