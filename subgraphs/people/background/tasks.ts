import { sealingTask } from '../../../platform/audit/sealing.js';
import { forgettingKeysTask } from '../../../platform/background/forgetting.js';
import type { PlanBackground } from '../../../platform/subgraph/subgraph-program.js';

/** What people does unasked. */
export const peopleTasks: PlanBackground = (db) => [sealingTask(db), forgettingKeysTask(db)];
