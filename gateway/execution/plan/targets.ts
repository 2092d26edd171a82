import { isRow, readerOf, type Path, type Row } from '../rows.js';

/** Finds the objects that a path of a plan leads to; `@` stands for every item of a list. */
export type Find = (value: unknown, found: Row[]) => void;

/** Compiles a path. What is null, or not of the shape that the path supposes, leads nowhere. */
export function compilePath(path: Path): Find {
  return path.reduceRight<Find>((next, element) => (element === '@' ? next : through(String(element), next)), collect);
}

function through(name: string, next: Find): Find {
  const read = readerOf(name);
  return onEach((row, found) => next(read(row), found));
}

const collect: Find = onEach((row, found) => found.push(row));

function onEach(visit: (row: Row, found: Row[]) => void): Find {
  const find: Find = (value, found) => {
    if (Array.isArray(value)) for (const item of value) find(item, found);
    else if (typeof value === 'object' && value !== null) visit(value as Row, found);
  };
  return find;
}

/** Every place below a root that a path of a plan leads to, by the object that stands there: one object may stand in several. */
export function placesBelow(root: Row, path: Path): Map<Row, Path[]> {
  const places = new Map<Row, Path[]>();
  visit(root, path.filter((element) => element !== '@').map(String), [], places);
  return places;
}

function visit(value: unknown, rest: readonly string[], place: Path, places: Map<Row, Path[]>): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => visit(item, rest, [...place, index], places));
  } else if (isRow(value)) {
    const [name, ...deeper] = rest;
    if (name === undefined) {
      const known = places.get(value);
      if (known) known.push(place);
      else places.set(value, [place]);
    } else visit(readerOf(name)(value), deeper, [...place, name], places);
  }
}
