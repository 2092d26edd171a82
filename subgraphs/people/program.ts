import type { SubgraphProgram } from '../../platform/subgraph-program.js';
import { openPeople } from './server.js';
import { peopleStorage } from './storage.js';

/** People, wherever it runs. */
export const peopleProgram: SubgraphProgram = { storage: peopleStorage, open: openPeople };
