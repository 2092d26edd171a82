import { runSubgraph } from '../../platform/subgraph-process.js';
import { openCases } from './server.js';
import { casesStorage } from './storage.js';

await runSubgraph({ storage: casesStorage, open: openCases }, process.env);
