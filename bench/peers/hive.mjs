import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { listen, supergraph } from './tools.mjs';

// A process of its own: Hive Gateway over a supergraph, planned by its JavaScript or, with `rust`, by its Rust planner.

const isRust = process.argv[4] === 'rust';
const runtime = createGatewayRuntime({
  supergraph,
  logging: false,
  landingPage: false,
  graphiql: false,
  graphqlEndpoint: '/',
  ...(isRust && { unifiedGraphHandler }),
});
listen(createServer(runtime));
