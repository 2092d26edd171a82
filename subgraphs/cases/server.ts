import type { DataSource } from '../../platform/database/database.js';
import type { Subgraph } from '../../platform/subgraph/subgraph-endpoint.js';
import type { SubgraphProgram } from '../../platform/subgraph/subgraph-program.js';
import { createContext } from './context.js';
import { buildCasesSchema } from './schema.js';
import { casesTasks } from './background/tasks.js';
import { casesServices } from './services.js';
import { casesStorage } from './storage.js';

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

/** Cases, wherever it runs. */
export const casesProgram: SubgraphProgram = { storage: casesStorage, open: openCases, background: casesTasks };
