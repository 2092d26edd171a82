/** What a cell of a sheet can hold; `null` is an empty cell. A date is a day and time as written, in UTC. */
export type Cell = string | number | boolean | Date | null;

export interface SheetRow {
  /** Its number in the sheet, the first line being 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** A value of a file of JSON lines. `undefined` is a line that is no JSON. */
export interface JsonLine {
  readonly row: number;
  readonly value: unknown;
}

/** A file as it was recognised: a table whose first line names the columns, or objects line by line. */
export type Sheet =
  | { readonly kind: 'CSV' | 'XLSX'; readonly rows: AsyncIterable<SheetRow> }
  | { readonly kind: 'NDJSON'; readonly lines: AsyncIterable<JsonLine> };

/** How much one file may hold. */
export const sheetLimits = {
  rows: 50_000,
  columns: 100,
  /** Characters of one line, or of one record of several lines. */
  lineCharacters: 64_000,
  /** Bytes of the parts of an XLSX once they are unpacked. */
  unpackedBytes: 60_000_000,
} as const;

/** The letters over a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
