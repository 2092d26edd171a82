import type { AddRoutes } from '../../gateway/routes/added-routes.js';

/** `POST /import`: figures from a file, for providers. */
export const importRoute: AddRoutes = ({ addRoad }) =>
  addRoad({
    method: 'POST',
    url: '/import',
    subgraph: 'capacity',
    road: 'import',
    mostBytes: 20_000_000,
    mostMs: 120_000,
  });
