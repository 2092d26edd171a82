import { openBudgets } from '../../gateway/budgets/open-budgets.js';
import { toOperationsMode, toPlansAhead, toTimeouts } from '../../gateway/config.js';
import { signInPlace } from '../../gateway/people/development-sign-in.js';
import { development } from '../identity/development-accounts.js';
import { toAdmissionLimits } from '../../gateway/overload/limits.js';
import { openIdentity } from '../../gateway/identity/open-identity.js';
import { hearChanges } from '../../gateway/live/hear-changes.js';
import { openGateway, type GatewayOptions } from '../../gateway/open-gateway.js';
import { inProcessTransport } from '../../gateway/subgraph-link/in-process-transport.js';
import { ownKey } from '../../platform/identity/internal-token.js';
import { oneOf } from '../../platform/process/environment.js';
import { createLogger } from '../../platform/process/logger.js';
import { openTelemetry } from '../../platform/telemetry/telemetry.js';
import type { ServiceBase } from './hub-base.js';
import type { Opened } from './opened.js';
import { hubRoutes } from './routes.js';
import { openSubgraphs, type SubgraphsOptions } from './subgraphs.js';

/** Who works in bulk for this hub, or that this hub does for another; and who is told of what happens inside: tests count with it. */
export type InProcessOptions = Pick<SubgraphsOptions, 'onStatement'> &
  Pick<GatewayOptions, 'onSubgraphRequest' | 'bulkLane' | 'isBulkLane'>;

/** Opens subgraphs and gateway in this process: the gateway reaches the subgraphs without HTTP. */
export async function openInProcess(
  base: ServiceBase,
  opened: Opened,
  { onStatement, ...forGateway }: InProcessOptions = {},
): Promise<void> {
  const { config, environment, subgraphUrls, callers, identity: believed } = base;
  const logger = createLogger('hub', config.logLevel);
  opened.add(await openTelemetry(forGateway.isBulkLane ? 'bulk' : 'hub', environment));
  const key = await ownKey();
  const options = {
    urls: subgraphUrls,
    gatewayKey: key,
    environment,
    logger,
    ...(onStatement && { onStatement }),
  };
  const endpoints = await openSubgraphs(options, opened);
  const { audience } = believed;
  const { isBulkLane = false } = forGateway;
  const operations = toOperationsMode(environment, 'any');
  const wished = { DEVELOPMENT_SIGN_IN: 'on', ...environment };
  const signIn = signInPlace(wished, { ...config, ...callers, operations }, development);
  const budgets = await openBudgets({ ...callers, environment, logger, isBulkLane });
  const { takeToken } = budgets.doors;
  const identity = await openIdentity({ ...callers, audience, environment, logger, isBulkLane, signIn, takeToken });
  const gateway = await openGateway({
    ...believed,
    ...forGateway,
    identity,
    budgets,
    // nobody watches the lane
    ...(!isBulkLane && { changes: hearChanges(callers.databaseUrl) }),
    host: config.host,
    port: config.port,
    links: {
      cases: inProcessTransport(endpoints.cases),
      capacity: inProcessTransport(endpoints.capacity),
      people: inProcessTransport(endpoints.people),
    },
    routes: hubRoutes(environment),
    signingKey: key,
    timeouts: toTimeouts(environment),
    admission: toAdmissionLimits(environment),
    operations,
    plansAhead: toPlansAhead(environment) && !isBulkLane,
    introspection: oneOf(environment, 'INTROSPECTION', ['on', 'off'], 'on') === 'on',
    logger,
  });
  opened.add(() => gateway.close());
}
