import { sealingTask } from '../../../platform/audit/sealing.js';
import type { PlanBackground } from '../../../platform/subgraph/subgraph-program.js';

/** What people does unasked. */
export const peopleTasks: PlanBackground = (db) => [sealingTask(db)];
