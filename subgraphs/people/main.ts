import { runSubgraph } from '../../platform/subgraph-process.js';
import { peopleProgram } from './program.js';

await runSubgraph(peopleProgram, process.env);
