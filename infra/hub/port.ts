import { createServer } from 'node:net';
import { explainListening } from '../../gateway/http/listen.js';

/** Throws a ConfigurationError when the gateway could not listen there: asked before anything else is started. */
export async function checkPort(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (error) => reject(explainListening(error, host, port)));
    probe.listen({ host, port }, () => probe.close(() => resolve()));
  });
}
