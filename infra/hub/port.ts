import { fastify } from 'fastify';
import { listen } from '../../gateway/http/listen.js';

/** Throws a ConfigurationError when the gateway could not listen there: asked before anything else is started. */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = fastify();
  try {
    await listen(probe, host, port);
  } finally {
    await probe.close();
  }
}
