import type { FastifyInstance } from 'fastify';
import { ConfigurationError } from '../../../platform/process/environment.js';

/** Listens and says where. Throws ConfigurationError when the address is taken or is not this machine's to use. */
export async function listen(http: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await http.listen({ host, port });
  } catch (error) {
    throw explainListening(error, host, port);
  }
}

/** Why nothing can listen there, as a line that says what to mend; any other error as it is. */
export function explainListening(error: unknown, host: string, port: number): unknown {
  const sentence = reasons[String((error as { code?: unknown }).code)];
  return sentence ? new ConfigurationError(sentence(host, port)) : error;
}

const reasons: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) => `Port ${port} on ${host} is taken: stop what uses it or set PORT to another.`,
  EACCES: (_host, port) => `Port ${port} needs rights that this user lacks: set PORT to 1024 or higher.`,
  EADDRNOTAVAIL: (host) => `${host} is not an address of this machine: set HOST to 127.0.0.1 or another that is.`,
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
};

function unknownHost(host: string): string {
  return `${host} is not an address: set HOST to 127.0.0.1 or another that is.`;
}
