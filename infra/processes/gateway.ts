import { runGateway } from '../../gateway/run-gateway.js';
import { hubRoutes } from '../hub/routes.js';

await runGateway(hubRoutes);
