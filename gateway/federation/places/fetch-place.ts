import type { AnswerUnderway } from '../answers/failures.js';
import { findPlaces, placesOf } from './places.js';
import type { Fetch, Path } from '../answers/read-answer.js';

/** Turns a place in the answer to one fetch into the places in the whole answer. */
export type Locate = (path: Path) => Path[];

/** `pattern` is where the plan puts the answer of the fetch. */
export function locator(answer: AnswerUnderway, pattern: Path, fetch: Fetch): Locate {
  if (pattern.length === 0) return (path) => [path];
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
