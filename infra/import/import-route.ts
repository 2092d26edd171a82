import type { AddRoutes } from '../../gateway/routes/added-routes.js';

const bounds = { method: 'POST', road: 'import', mostBytes: 20_000_000, mostMs: 120_000 } as const;

/** `POST /import`: figures from a file, and `POST /import/professionals`: professionals, for the organisation whose they are. */
export const importRoute: AddRoutes = ({ addRoad }) => {
  addRoad({ ...bounds, url: '/import', subgraph: 'capacity', isForPages: true });
  addRoad({ ...bounds, url: '/import/professionals', subgraph: 'people' });
};
