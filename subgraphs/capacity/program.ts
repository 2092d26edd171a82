import type { SubgraphProgram } from '../../platform/subgraph-program.js';
import { capacityTasks } from './background/tasks.js';
import { toCapacityConfig } from './config.js';
import { openCapacity } from './server.js';
import { capacityStorage } from './storage.js';

/** Capacity, wherever it runs, with its work of every second. */
export const capacityProgram: SubgraphProgram = {
  storage: capacityStorage,
  open: (db, environment) => openCapacity(db, toCapacityConfig(environment)),
  background: capacityTasks,
};
