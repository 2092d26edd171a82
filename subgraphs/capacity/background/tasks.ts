import { forgettingTask } from '../../../platform/background/forgetting.js';
import { relayTask } from '../../../platform/outbox/relay.js';
import type { PlanBackground } from '../../../platform/subgraph-program.js';
import { toCapacityConfig } from '../config.js';
import { sweepHolds } from '../hold/sweep.js';
import { tellOfStaleFigures } from './stale-figures.store.js';

const holdsEveryMs = 1_000;
const staleEveryMs = 5_000;

/** What capacity does unasked. */
export const capacityTasks: PlanBackground = (db, environment, logger) => {
  const config = toCapacityConfig(environment);
  return [
    relayTask(db, { schema: 'capacity', consumers: [], logger }),
    { name: 'holds', everyMs: holdsEveryMs, run: () => sweepHolds(db, config) },
    { name: 'stale figures', everyMs: staleEveryMs, run: () => tellOfStaleFigures(db, config.freshness) },
    forgettingTask(db, environment),
  ];
};
