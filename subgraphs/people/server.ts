import type { DataSource } from '../../platform/database/database.js';
import type { Subgraph } from '../../platform/subgraph/subgraph-endpoint.js';
import type { SubgraphProgram } from '../../platform/subgraph/subgraph-program.js';
import { createContext } from './context.js';
import { buildPeopleSchema } from './schema.js';
import { peopleServices } from './services.js';
import { peopleStorage } from './storage.js';

/** People over its database, ready to be asked. */
export async function openPeople(db: DataSource): Promise<Subgraph> {
  const services = peopleServices(db.manager);
  return {
    name: 'people',
    schema: await buildPeopleSchema(),
    inContext: (caller, work) => work(createContext(caller, services)),
    checkReady: async () => {
      await db.query('select 1');
    },
    close: () => db.destroy(),
  };
}

/** People, wherever it runs. */
export const peopleProgram: SubgraphProgram = { storage: peopleStorage, open: openPeople };
