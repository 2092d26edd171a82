import type { Path, Representation } from '../answers/read-answer.js';

interface Place {
  readonly path: Path;
  readonly value: Readonly<Record<string, unknown>>;
}

/** The objects at a pattern of a query plan, in which `@` stands for every item of a list, with the path to each. */
export function findPlaces(root: unknown, pattern: Path): Place[] {
  return walk(root, pattern, []);
}

function walk(value: unknown, pattern: Path, path: Path): Place[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) {
    const rest = pattern[0] === '@' ? pattern.slice(1) : pattern;
    return value.flatMap((item: unknown, index) => walk(item, rest, [...path, index]));
  }
  const [key, ...rest] = pattern;
  const record = value as Readonly<Record<string, unknown>>;
  if (key === undefined) return [{ path, value: record }];
  return Object.hasOwn(record, key) ? walk(record[key], rest, [...path, key]) : [];
}

/**
 * The place of each representation that a fetch sent. Representations come in the order of the places, but an object that lacks
 * a field of the key is not sent: so each is looked for from where the one before it was found.
 */
export function placesOf(representations: readonly Representation[], places: readonly Place[]): (Path | null)[] {
  let next = 0;
  return representations.map((representation) => {
    const found = places.findIndex(({ value }, index) => index >= next && holds(value, representation));
    if (found === -1) return null;
    next = found + 1;
    return places[found]?.path ?? null;
  });
}

/** Whether an object holds all that its representation says; the plan may rename types, so their names do not count. */
function holds(value: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    return Array.isArray(value) && part.every((item, index) => holds(value[index], item));
  }
  if (part === null || typeof part !== 'object') return value === part;
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(part).every(
    ([key, item]) => key === '__typename' || holds((value as Record<string, unknown>)[key], item),
  );
}

/** The place that is empty at or above a path: up to the first null, or null when the path leads to no empty place. */
export function emptyPlaceAt(data: unknown, path: Path): Path | null {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null) return path.slice(0, depth);
    if (typeof value !== 'object' || !Object.hasOwn(value, key)) return null;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value === null ? path : null;
}

/** As much of a path as the answer shows. */
export function visiblePart(data: unknown, path: Path): Path {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return path.slice(0, depth);
    value = (value as Record<string | number, unknown>)[key];
  }
  return path;
}
