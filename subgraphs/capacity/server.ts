import type { Caller } from '../../platform/identity/caller.js';
import type { DataSource } from '../../platform/database/database.js';
import type { Subgraph } from '../../platform/subgraph/subgraph-endpoint.js';
import type { SubgraphProgram } from '../../platform/subgraph/subgraph-program.js';
import { capacityTasks } from './background/tasks.js';
import { toCapacityConfig, type CapacityConfig } from './config.js';
import { bulkTurnstiles, createContext, type CapacityContext } from './context.js';
import { importRoad } from './import/import-road.js';
import { buildCapacitySchema } from './schema.js';
import { capacityStorage } from './storage.js';

/** Capacity over its database, ready to be asked. */
export async function openCapacity(db: DataSource, config: CapacityConfig): Promise<Subgraph> {
  const turnstiles = bulkTurnstiles();
  const contextOf = (caller: Caller): CapacityContext => createContext(caller, db, config, turnstiles);
  return {
    name: 'capacity',
    schema: await buildCapacitySchema(),
    inContext: (caller, work) => work(contextOf(caller)),
    roads: { import: importRoad(contextOf) },
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
