import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { ConfigurationError } from '../../platform/process/environment.js';

/** The schema of each subgraph as SDL, by name. */
export type SubgraphSchemas = Readonly<Record<string, string>>;

/** The supergraph of these subgraphs. Throws a ConfigurationError with everything that keeps them from being one. */
export function composeSupergraph(schemas: SubgraphSchemas): string {
  const services = Object.entries(schemas).map(([name, sdl]) => ({
    name,
    // the gateway knows its subgraphs by name; where they are is configuration
    url: `subgraph://${name}`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl !== undefined) return `${supergraphSdl.trimEnd()}\n`;
  const reasons = errors.map(({ message }) => `  ${message}`);
  throw new ConfigurationError(`The subgraphs do not compose:\n${reasons.join('\n')}`);
}
