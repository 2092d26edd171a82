import type { DataSource } from '../../platform/database.js';
import type { Subgraph } from '../../platform/subgraph-endpoint.js';
import { createContext } from './context.js';
import { buildCasesSchema } from './schema.js';
import { casesServices } from './services.js';

/** Cases over its database, ready to be asked. */
export async function openCases(db: DataSource): Promise<Subgraph> {
  const services = casesServices(db.manager);
  return {
    name: 'cases',
    schema: await buildCasesSchema(),
    createContext: (caller) => createContext(caller, services),
    checkReady: async () => {
      await db.query('select 1');
    },
    close: () => db.destroy(),
  };
}
