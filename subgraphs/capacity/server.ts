import type { DataSource } from '../../platform/database.js';
import type { Subgraph } from '../../platform/subgraph-endpoint.js';
import type { CapacityConfig } from './config.js';
import { createContext } from './context.js';
import { buildCapacitySchema } from './schema.js';

/** Capacity over its database, ready to be asked. */
export async function openCapacity(db: DataSource, config: CapacityConfig): Promise<Subgraph> {
  return {
    name: 'capacity',
    schema: await buildCapacitySchema(),
    createContext: (caller) => createContext(caller, db, config),
    checkReady: async () => {
      await db.query('select 1');
    },
    close: () => db.destroy(),
  };
}
