import type { Environment } from '../platform/process/environment.js';
import { createLogger } from '../platform/process/logger.js';
import { announceReady, startOrEnd, stopWithProcess, type StopOptions } from '../platform/process/process-life.js';
import { openTelemetry } from '../platform/telemetry/telemetry.js';
import { openBudgets } from './budgets/open-budgets.js';
import { toConfig } from './config.js';
import { signInPlace, type Development } from './people/development-sign-in.js';
import { openIdentity } from './identity/open-identity.js';
import { hearChanges } from './live/hear-changes.js';
import { openGateway } from './open-gateway.js';
import type { AddRoutes } from './routes/added-routes.js';
import { httpTransport } from './subgraph-link/http-transport.js';

/** The routes that the hub adds, by its settings. */
type RoutesOf = (environment: Environment) => readonly AddRoutes[];

/** Runs a gateway over HTTP subgraphs, with the routes that the hub adds and what it knows of development, until the process is told to stop. */
export async function runGateway(
  routesOf: RoutesOf,
  development: Development,
  stopping: StopOptions = {},
): Promise<void> {
  await startOrEnd('gateway', async () => {
    stopWithProcess(await start(process.env, routesOf(process.env), development), stopping);
    announceReady();
  });
}

/** Opens the gateway and gives what closes it. */
async function start(
  environment: Environment,
  routes: readonly AddRoutes[],
  development: Development,
): Promise<() => Promise<void>> {
  const { subgraphUrls, logLevel, callers, ...config } = await toConfig(environment);
  const { mutationMs: timeoutMs } = config.timeouts;
  const logger = createLogger('gateway', logLevel);
  const closeTelemetry = await openTelemetry('gateway', environment);
  const budgets = await openBudgets({ ...config, databaseUrl: callers?.databaseUrl ?? null, environment, logger });
  const identity =
    callers &&
    (await openIdentity({
      ...callers,
      ...config,
      environment,
      logger,
      takeToken: budgets.doors.takeToken,
      signIn: signInPlace(environment, { ...config, ...callers }, development),
    }));
  const gateway = await openGateway({
    ...config,
    budgets,
    routes,
    logger,
    ...(identity && { identity }),
    // nobody watches the lane
    ...(callers && !config.isBulkLane && { changes: hearChanges(callers.databaseUrl) }),
    links: {
      cases: httpTransport(subgraphUrls.cases, { timeoutMs }),
      capacity: httpTransport(subgraphUrls.capacity, { timeoutMs }),
      people: httpTransport(subgraphUrls.people, { timeoutMs }),
    },
  });
  return async () => {
    await gateway.close();
    await closeTelemetry();
  };
}
