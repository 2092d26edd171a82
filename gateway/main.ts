import { ConfigurationError, type Environment } from '../platform/environment.js';
import { createLogger, describeError } from '../platform/logger.js';
import { announceReady, stopWithProcess } from '../platform/process-life.js';
import { toConfig } from './config.js';
import { openGateway } from './open-gateway.js';
import { httpTransport } from './subgraph-link/http-transport.js';

/** Opens the gateway over HTTP subgraphs and gives what closes it. */
async function start(environment: Environment): Promise<() => Promise<void>> {
  const { subgraphUrls, logLevel, ...config } = await toConfig(environment);
  const { fetchMs: timeoutMs } = config.timeouts;
  const gateway = await openGateway({
    ...config,
    logger: createLogger('gateway', logLevel),
    links: {
      cases: httpTransport(subgraphUrls.cases, { timeoutMs }),
      capacity: httpTransport(subgraphUrls.capacity, { timeoutMs }),
      people: httpTransport(subgraphUrls.people, { timeoutMs }),
    },
  });
  return () => gateway.close();
}

try {
  stopWithProcess(await start(process.env));
  announceReady();
} catch (error) {
  const reason = error instanceof ConfigurationError ? error.message : JSON.stringify(describeError(error));
  process.stderr.write(`gateway: ${reason}\n`);
  process.exitCode = 1;
}
