import { forgettingTask } from '../../../platform/background/forgetting.js';
import { relayTask } from '../../../platform/outbox/relay.js';
import type { PlanBackground } from '../../../platform/subgraph-program.js';
import { toCapacityConfig } from '../config.js';
import { tellOfStaleFigures } from './stale-figures.store.js';

const staleEveryMs = 5_000;

/** What capacity does unasked. */
export const capacityTasks: PlanBackground = (db, environment, logger) => {
  const { freshness } = toCapacityConfig(environment);
  return [
    relayTask(db, { schema: 'capacity', consumers: [], logger }),
    { name: 'stale figures', everyMs: staleEveryMs, run: () => tellOfStaleFigures(db, freshness) },
    forgettingTask(db, environment),
  ];
};
