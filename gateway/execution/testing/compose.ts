import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** SDL of the supergraph that subgraphs make together, by their names. Throws where they contradict each other. */
export function compose(sdl: Readonly<Record<string, string>>): string {
  const services = Object.entries(sdl).map(([name, text]) => ({ name, url: `http://${name}`, typeDefs: parse(text) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
