import type { DataSource } from '../../platform/database.js';
import type { Subgraph } from '../../platform/subgraph-endpoint.js';
import type { SubgraphProgram } from '../../platform/subgraph-program.js';
import { capacityTasks } from './background/tasks.js';
import { toCapacityConfig, type CapacityConfig } from './config.js';
import { bulkTurnstile, createContext } from './context.js';
import { buildCapacitySchema } from './schema.js';
import { capacityStorage } from './storage.js';

/** Capacity over its database, ready to be asked. */
export async function openCapacity(db: DataSource, config: CapacityConfig): Promise<Subgraph> {
  const bulk = bulkTurnstile();
  return {
    name: 'capacity',
    schema: await buildCapacitySchema(),
    createContext: (caller) => createContext(caller, db, config, bulk),
    checkReady: async () => {
      await db.query('select 1');
    },
    close: () => db.destroy(),
  };
}

/** Capacity, wherever it runs. */
export const capacityProgram: SubgraphProgram = {
  storage: capacityStorage,
  open: (db, environment) => openCapacity(db, toCapacityConfig(environment)),
  background: capacityTasks,
};
