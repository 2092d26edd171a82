import mercuriusGateway from '@mercuriusjs/gateway';
import fastify from 'fastify';
import { listen, origin, sdl } from './tools.mjs';

// A process of its own: the gateway of Mercurius, with `jit` compiled by graphql-jit. It knows Federation 1: the same types without the link.

const isJit = process.argv[4] === 'jit';
const app = fastify();
app.register(mercuriusGateway, {
  path: '/',
  jit: isJit ? 1 : 0,
  gateway: {
    services: Object.entries(sdl).map(([name, schema]) => ({ name, url: `${origin}/${name}`, schema })),
  },
});
await app.ready();
listen(app.server);
