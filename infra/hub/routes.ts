import { existsSync } from 'node:fs';
import { exportRoutes } from '../../exchange/export-routes.js';
import { figureRoutes } from '../../exchange/figures/figure-routes.js';
import { cbsRoutes } from '../../exchange/cbs/cbs-routes.js';
import { ijwRoutes } from '../../exchange/ijw/ijw-routes.js';
import { readPageFiles } from '../../gateway/page/page-files.js';
import { graphiqlRoutes } from '../../gateway/page/graphiql-routes.js';
import { readMapBorders } from '../../gateway/page/map-borders.js';
import { pageRoutes } from '../../gateway/page/page-routes.js';
import type { AddRoutes } from '../../gateway/routes/added-routes.js';
import type { Environment } from '../../platform/process/environment.js';
import { importRoute } from '../import/import-route.js';
import { templateRoute } from '../template/template-route.js';

/** Where `infra/prepare.mjs` builds the page, seen from the compiled hub and from its sources. */
const [pageFolder = ''] = ['../../page/', '../../dist/page/'].filter((folder) =>
  existsSync(new URL(folder, import.meta.url)),
);

/** The routes beside GraphQL that the hub adds to its gateway, in both of its forms. Throws a ConfigurationError for the setting to mend. */
export function hubRoutes(environment: Environment): readonly AddRoutes[] {
  const files = readPageFiles(new URL(pageFolder, import.meta.url));
  return [
    importRoute,
    templateRoute,
    exportRoutes(),
    figureRoutes,
    ijwRoutes,
    cbsRoutes,
    pageRoutes(files, readMapBorders(environment)),
    graphiqlRoutes(files),
  ];
}
