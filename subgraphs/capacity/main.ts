import { runSubgraph } from '../../platform/subgraph-process.js';
import { toCapacityConfig } from './config.js';
import { openCapacity } from './server.js';
import { capacityStorage } from './storage.js';

await runSubgraph(
  { storage: capacityStorage, open: (db, environment) => openCapacity(db, toCapacityConfig(environment)) },
  process.env,
);
