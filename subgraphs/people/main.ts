import { runSubgraph } from '../../platform/subgraph-process.js';
import { openPeople } from './server.js';
import { peopleStorage } from './storage.js';

await runSubgraph({ storage: peopleStorage, open: openPeople }, process.env);
