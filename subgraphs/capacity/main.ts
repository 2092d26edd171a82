import { runSubgraph } from '../../platform/subgraph/subgraph-process.js';
import { capacityProgram } from './server.js';

await runSubgraph(capacityProgram, process.env);
