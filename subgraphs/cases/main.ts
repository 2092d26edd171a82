import { runSubgraph } from '../../platform/subgraph-process.js';
import { casesProgram } from './program.js';

await runSubgraph(casesProgram, process.env);
