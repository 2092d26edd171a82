import { generateKeyPair } from 'jose';
import { openGateway } from '../../gateway/open-gateway.js';
import { inProcessTransport } from '../../gateway/subgraph-link/in-process-transport.js';
import { createLogger } from '../../platform/logger.js';
import type { Opened } from './opened.js';
import { runHub, type HubBase } from './run-hub.js';
import { openSubgraphs } from './subgraphs.js';

/** The hub in one process: the gateway reaches the subgraphs without HTTP. */
async function openInOneProcess(
  { config, environment, subgraphUrls, identity }: HubBase,
  opened: Opened,
): Promise<void> {
  const logger = createLogger('hub', config.logLevel);
  const { privateKey, publicKey } = await generateKeyPair('EdDSA');
  const endpoints = await openSubgraphs({ urls: subgraphUrls, gatewayKey: publicKey, environment, logger }, opened);
  const gateway = await openGateway({
    ...identity,
    host: config.host,
    port: config.port,
    links: {
      cases: inProcessTransport(endpoints.cases),
      capacity: inProcessTransport(endpoints.capacity),
      people: inProcessTransport(endpoints.people),
    },
    signingKey: privateKey,
    introspection: true,
    logger,
  });
  opened.add(() => gateway.close());
}

await runHub(openInOneProcess);
