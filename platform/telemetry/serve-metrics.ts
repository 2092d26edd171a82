import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { ConfigurationError, integer, type Environment } from '../process/environment.js';
import { countProcess, registry } from './metrics.js';

/**
 * Serves `GET /metrics` to Prometheus on a port of its own, METRICS_PORT at METRICS_HOST; nothing without it. Gives what closes it.
 * Throws a ConfigurationError when it cannot listen there.
 */
export async function serveMetrics(environment: Environment, read = ownMetrics): Promise<() => Promise<void>> {
  const port = integer(environment, 'METRICS_PORT', { default: 0, min: 0, max: 65_535 });
  if (port === 0) return () => Promise.resolve();
  countProcess();
  const server = createServer((request, response) => {
    if (request.method === 'GET' && request.url === '/metrics')
      void tell(response, read).catch(() => response.writeHead(500).end());
    else response.writeHead(404).end();
  });
  server.requestTimeout = 5_000;
  try {
    await once(server.listen(port, environment['METRICS_HOST'] || '127.0.0.1'), 'listening');
  } catch (error) {
    throw new ConfigurationError(`METRICS_PORT ${port} cannot be listened to: ${codeOf(error)}.`);
  }
  return async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
}

function ownMetrics(): Promise<string> {
  return registry.metrics();
}

async function tell(response: ServerResponse, read: () => Promise<string>): Promise<void> {
  const text = await read();
  response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text);
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code);
}
