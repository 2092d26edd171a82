import { gatewayStorage } from '../gateway/storage.js';
import type { SubgraphStorage } from '../platform/database/database.js';
import { capacityStorage } from '../subgraphs/capacity/storage.js';
import { casesStorage } from '../subgraphs/cases/storage.js';
import { peopleStorage } from '../subgraphs/people/storage.js';
import type { StorageName } from './subgraphs.js';

/** What each of them keeps in the database. */
export const storages: Readonly<Record<StorageName, SubgraphStorage>> = {
  cases: casesStorage,
  capacity: capacityStorage,
  people: peopleStorage,
  gateway: gatewayStorage,
};
