import { placesBeneath, placesOfEntity } from '../../execution/plan/fetch-errors.js';
import type { Reception } from '../answers/receive.js';
import type { Path } from '../answers/read-answer.js';
import { findPlaces, placesOf } from './places.js';

/** Turns a place in the answer to one fetch into the places in the whole answer. */
export type Locate = (path: Path) => Path[];

/** A place that is not known exactly ends where the first list begins. */
export function locator({ answer, pattern, fetch, places }: Reception): Locate {
  if (pattern.length === 0) return (path) => [path];
  if (places) {
    const known = places().map((own) => (own.length > 0 ? own : [knownPart(pattern)]));
    return (path) => (fetch.representations ? placesOfEntity(path, known) : placesBeneath(known, path));
  }
  return searched({ answer, pattern, fetch });
}

/** Looks through what was fetched for the objects that the representations were made of. */
function searched({ answer, pattern, fetch }: Pick<Reception, 'answer' | 'pattern' | 'fetch'>): Locate {
  const places = answer.parts.flatMap((part) => findPlaces(part, pattern));
  if (!fetch.representations) return (path) => places.map((place) => [...place.path, ...path]);
  const found = placesOf(fetch.representations, places);
  const entities = found.map((place) => place ?? knownPart(pattern));
  return ([, index, ...rest]) => {
    const entity = typeof index === 'number' ? entities[index] : undefined;
    return entity ? [[...entity, ...rest]] : entities;
  };
}

/** The pattern up to the first list: as much as is sure without its items. */
function knownPart(pattern: Path): Path {
  const list = pattern.indexOf('@');
  return list === -1 ? pattern : pattern.slice(0, list);
}
