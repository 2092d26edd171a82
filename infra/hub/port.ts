import { createServer } from 'node:net';
import { ConfigurationError } from '../../platform/environment.js';

const advice: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken: stop what listens there, or choose another with PORT',
  EACCES: 'may not be used by this user: choose one above 1023 with PORT',
  EADDRNOTAVAIL: 'is not of this machine: mend HOST',
  ENOTFOUND: 'is not of this machine: mend HOST',
};

/** Throws a ConfigurationError when the hub could not listen there: asked before anything else is started. */
export async function checkPort(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  }).catch((error: unknown) => {
    const text = advice[(error as NodeJS.ErrnoException).code ?? ''];
    throw text === undefined ? error : new ConfigurationError(`${host}:${port} ${text}.`);
  });
}
