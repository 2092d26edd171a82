import { sealingTask } from '../../../platform/audit/sealing.js';
import { forgettingTask } from '../../../platform/background/forgetting.js';
import { relayTask } from '../../../platform/outbox/relay.js';
import type { PlanBackground } from '../../../platform/subgraph/subgraph-program.js';
import { tellCases } from './cases-door.store.js';

/** What people does unasked. */
export const peopleTasks: PlanBackground = (db, environment, logger) => [
  relayTask(db, { schema: 'people', consumers: [tellCases], logger }),
  sealingTask(db),
  forgettingTask(db, environment),
];
