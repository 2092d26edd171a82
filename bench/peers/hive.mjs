import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { listen, sdl, supergraph } from './tools.mjs';

// A process of its own: Hive Gateway over a supergraph, planned by its JavaScript or, with `rust`, by its Rust planner.

/** Those who ask at once are as brokers with a case each: that their question is the same here saves no fetch. */
const transport = { options: { deduplicateInflightRequests: false } };
const isRust = process.argv[4] === 'rust';
const runtime = createGatewayRuntime({
  supergraph,
  logging: false,
  landingPage: false,
  graphiql: false,
  graphqlEndpoint: '/',
  transportEntries: Object.fromEntries(Object.keys(sdl).map((name) => [name, transport])),
  ...(isRust && { unifiedGraphHandler }),
});
listen(createServer(runtime));
