import { runSubgraph } from '../../platform/subgraph/subgraph-process.js';
import { casesProgram } from './server.js';

await runSubgraph(casesProgram, process.env);
