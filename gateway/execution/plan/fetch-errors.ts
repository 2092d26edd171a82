import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Path } from '../rows.js';

/** The places in the whole answer that a fetch fills: for each entity asked for, or for a fetch without entities in one list. */
export type Places = readonly (readonly Path[])[];

/**
 * The errors of a subgraph as they stand in the whole answer: one for each place that the entity has there. An error that names no
 * place of its own is told of every place; one without a path is told without.
 */
export function toErrors(
  errors: readonly GraphQLFormattedError[],
  subgraph: string,
  hasEntities: boolean,
  places: () => Places,
): GraphQLError[] {
  return errors.flatMap((error) => {
    if (!isPath(error.path)) return [toError(error, subgraph, undefined)];
    const { path } = error;
    const found = hasEntities ? placesOfEntity(path, places()) : placesBeneath(places(), path);
    return found.map((place) => toError(error, subgraph, place));
  });
}

/** `path` begins with `_entities` and, where it tells of one entity, its number. */
export function placesOfEntity([, index, ...rest]: Path, places: Places): Path[] {
  const own = typeof index === 'number' ? places[index] : undefined;
  return own ? placesBeneath([own], rest) : [...places.flat()];
}

/** The same path beneath every place. */
export function placesBeneath(places: Places, path: Path): Path[] {
  return places.flat().map((place) => [...place, ...path]);
}

function toError(error: GraphQLFormattedError, subgraph: string, path: Path | undefined): GraphQLError {
  const message = error.message || `Error while fetching subquery from service "${subgraph}"`;
  return new GraphQLError(message, {
    originalError: error as unknown as Error,
    ...(path && { path }),
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...error.extensions, serviceName: subgraph },
  });
}

function isPath(path: unknown): path is Path {
  return Array.isArray(path) && path.every((key) => typeof key === 'string' || typeof key === 'number');
}
