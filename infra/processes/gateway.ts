import { runGateway } from '../../gateway/run-gateway.js';
import { development } from '../identity/development-accounts.js';
import { hubRoutes } from '../hub/routes.js';

await runGateway(hubRoutes, development);
