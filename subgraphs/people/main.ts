import { runSubgraph } from '../../platform/subgraph/subgraph-process.js';
import { peopleProgram } from './server.js';

await runSubgraph(peopleProgram, process.env);
