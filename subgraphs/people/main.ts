import { runSubgraph } from '../../platform/subgraph-process.js';
import { peopleProgram } from './server.js';

await runSubgraph(peopleProgram, process.env);
