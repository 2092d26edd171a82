import { exportRoutes } from '../../exchange/export-routes.js';
import { figureRoutes } from '../../exchange/figures/figure-routes.js';
import { cbsRoutes } from '../../exchange/cbs/cbs-routes.js';
import { ijwRoutes } from '../../exchange/ijw/ijw-routes.js';
import type { AddRoutes } from '../../gateway/routes/added-routes.js';
import { importRoute } from '../import/import-route.js';

/** The routes beside GraphQL that the hub adds to its gateway, in both of its forms. */
export const hubRoutes: readonly AddRoutes[] = [importRoute, exportRoutes(), figureRoutes, ijwRoutes, cbsRoutes];
