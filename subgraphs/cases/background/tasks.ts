import { sealingTask } from '../../../platform/audit/sealing.js';
import { forgettingTask } from '../../../platform/background/forgetting.js';
import { relayTask } from '../../../platform/outbox/relay.js';
import type { PlanBackground } from '../../../platform/subgraph/subgraph-program.js';
import { retentionTask } from '../erasure/retention-task.js';
import {
  tellCapacity,
  tellOfBreakGlass,
  tellOfHandOvers,
  tellOfPlacements,
  tellOfReferrals,
  tellPeople,
} from './case-doors.store.js';
import { tellOfTables, tellTablesAnew } from './tables-door.store.js';

const anewEveryMs = 6 * 3_600_000;

/** What cases does unasked. */
export const casesTasks: PlanBackground = (db, environment, logger) => [
  relayTask(db, {
    schema: 'cases',
    consumers: [
      tellCapacity,
      tellPeople,
      tellOfPlacements,
      tellOfReferrals,
      tellOfBreakGlass,
      tellOfHandOvers,
      tellOfTables,
    ],
    logger,
  }),
  { name: 'round tables told anew', everyMs: anewEveryMs, run: () => tellTablesAnew(db.manager) },
  forgettingTask(db, environment),
  sealingTask(db),
  retentionTask(db, environment),
];
