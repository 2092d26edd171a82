/** An object as JSON gives it. */
export type Row = Record<string, unknown>;

/** Where a value stands in an answer: names of fields and places in lists. */
export type Path = readonly (string | number)[];

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether reading a name could give what every object inherits, such as `constructor`. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** Reads one field of a row, and nothing that it inherits. */
export function readerOf(name: string): (row: Row) => unknown {
  if (isInherited(name)) return (row) => (Object.hasOwn(row, name) ? row[name] : undefined);
  return (row) => row[name];
}
