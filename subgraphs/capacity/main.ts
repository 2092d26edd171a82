import { runSubgraph } from '../../platform/subgraph-process.js';
import { capacityProgram } from './program.js';

await runSubgraph(capacityProgram, process.env);
