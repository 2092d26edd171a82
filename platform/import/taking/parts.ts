export const rowsInPart = 500;

/** Rows of a file that are taken together. */
export interface FilePart<R> {
  readonly rows: readonly R[];
  /** Whether no part follows. */
  readonly isLast: boolean;
}

/** The rows in parts, each as soon as it is known whether more follows. When the rows break off, a part that was full still comes. */
export async function* partsOf<R>(rows: AsyncIterable<R>): AsyncGenerator<FilePart<R>> {
  let part: R[] = [];
  try {
    for await (const row of rows) {
      if (part.length === rowsInPart) {
        yield { rows: part, isLast: false };
        part = [];
      }
      part.push(row);
    }
  } catch (error) {
    if (part.length === rowsInPart) yield { rows: part, isLast: false };
    throw error;
  }
  if (part.length > 0) yield { rows: part, isLast: true };
}

/** A list in lists of at the most so many. */
export function inParts<T>(list: readonly T[], most: number): T[][] {
  const parts = Math.ceil(list.length / most);
  return Array.from({ length: parts }, (_, index) => list.slice(index * most, (index + 1) * most));
}
