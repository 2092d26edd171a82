import { relayTask } from '../../platform/outbox/relay.js';
import type { SubgraphProgram } from '../../platform/subgraph-program.js';
import { tellCapacity } from './event/capacity-door.store.js';
import { openCases } from './server.js';
import { casesStorage } from './storage.js';

/** Cases, wherever it runs, with the relay that tells capacity of them. */
export const casesProgram: SubgraphProgram = {
  storage: casesStorage,
  open: openCases,
  background: (db, _environment, logger) => [relayTask(db, { schema: 'cases', consumers: [tellCapacity], logger })],
};
