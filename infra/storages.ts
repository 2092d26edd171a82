import type { SubgraphStorage } from '../platform/database/database.js';
import { capacityStorage } from '../subgraphs/capacity/storage.js';
import { casesStorage } from '../subgraphs/cases/storage.js';
import { peopleStorage } from '../subgraphs/people/storage.js';
import type { SubgraphName } from './subgraphs.js';

/** What each subgraph keeps in the database. */
export const storages: Readonly<Record<SubgraphName, SubgraphStorage>> = {
  cases: casesStorage,
  capacity: capacityStorage,
  people: peopleStorage,
};
