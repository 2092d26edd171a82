import { sealingTask } from '../../../platform/audit/sealing.js';
import { forgettingTask } from '../../../platform/background/forgetting.js';
import { relayTask } from '../../../platform/outbox/relay.js';
import type { PlanBackground } from '../../../platform/subgraph/subgraph-program.js';
import { tellOverdue } from '../network/tell-overdue.store.js';
import { tellCases } from './cases-door.store.js';
import { tellOfRequests } from './notices-door.store.js';

const overdueEveryMs = 5_000;

/** What people does unasked. */
export const peopleTasks: PlanBackground = (db, environment, logger) => [
  relayTask(db, { schema: 'people', consumers: [tellCases, tellOfRequests], logger }),
  { name: 'overdue questions', everyMs: overdueEveryMs, run: () => tellOverdue(db.manager) },
  sealingTask(db),
  forgettingTask(db, environment),
];
