import { once } from 'node:events';
import { createServer } from 'node:net';
import { explainListening } from '../../gateway/http/listening/listen.js';

/** Throws a ConfigurationError when the gateway could not listen there: asked before anything else is started. */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen({ host, port }), 'listening');
  } catch (error) {
    throw explainListening(error, host, port);
  }
  await once(probe.close(), 'close');
}
