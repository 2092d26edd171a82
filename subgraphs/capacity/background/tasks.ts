import { forgettingTask } from '../../../platform/background/forgetting.js';
import type { BackgroundTask } from '../../../platform/background/repeat.js';
import type { DataSource } from '../../../platform/database.js';
import { relayTask } from '../../../platform/outbox/relay.js';
import type { PlanBackground } from '../../../platform/subgraph-program.js';
import { webhookSender } from '../../../platform/webhook/post-webhook.js';
import { toCapacityConfig, type CapacityConfig } from '../config.js';
import { deliverEvents } from '../delivery/deliver.js';
import { sweepHolds } from '../hold/sweep.js';
import { tellOfStaleFigures } from './stale-figures.store.js';

const holdsEveryMs = 1_000;
const deliveryEveryMs = 2_000;
const deliveryWorkers = 6;
const staleEveryMs = 5_000;

/** What capacity does unasked. */
export const capacityTasks: PlanBackground = (db, environment, logger) => {
  const config = toCapacityConfig(environment);
  return [
    relayTask(db, { schema: 'capacity', consumers: [], logger }),
    { name: 'holds', everyMs: holdsEveryMs, run: () => sweepHolds(db, config) },
    { name: 'stale figures', everyMs: staleEveryMs, run: () => tellOfStaleFigures(db, config.freshness) },
    ...deliveryTasks(db, config),
    forgettingTask(db, environment),
  ];
};

/** Several workers, so that a partner who answers slowly does not hold up the others. */
function deliveryTasks(db: DataSource, { webhooks }: CapacityConfig): BackgroundTask[] {
  const sender = webhookSender(webhooks);
  return Array.from({ length: deliveryWorkers }, (_, index) => ({
    name: `webhooks ${index + 1}`,
    everyMs: deliveryEveryMs,
    wokenBy: ['capacity_published'],
    run: (signal) => deliverEvents(db, sender, signal),
  }));
}
