import { rowFault } from '../input/row-fault.js';
import { adviceFault } from './advice/advice.rules.js';
import { columnOf } from './columns/columns.rules.js';
import type { FileRow } from './file-row.js';
import type { FileKind } from './read-rows.js';
import type { Cell, JsonLine } from './sheet/sheet.js';

type JsonObject = Readonly<Record<string, unknown>>;

/** The rows in lines of JSON: objects with the names of the columns, or of a standard where the file may be of one. */
export async function* readLines<C extends string, R extends FileRow<unknown>>(
  kind: FileKind<C, R>,
  lines: AsyncIterable<JsonLine>,
): AsyncGenerator<R> {
  const { columns, standard, unreadRow } = kind;
  const ofStandard = standard?.();
  for await (const { row, value } of lines) {
    const isNamed = isObject(value) && Object.keys(value).some((name) => columnOf(columns, name) === columns.key);
    if (isNamed) yield readObject(kind, row, value);
    else if (ofStandard && value !== undefined) yield* ofStandard(row, value);
    else if (isObject(value)) yield readObject(kind, row, value);
    else yield unreadRow(row, 'OBJECT', null, [rowFault('IMPORT_LINE_UNREADABLE', '', { row })]);
  }
}

function readObject<C extends string, R extends FileRow<unknown>>(
  { columns, readRow }: FileKind<C, R>,
  row: number,
  object: JsonObject,
): R {
  const cells = new Map<C, Cell>();
  const nested = new Set<string>();
  for (const [name, value] of Object.entries(object)) {
    const column = columnOf(columns, name);
    if (column === undefined) continue;
    if (typeof value === 'object' && value !== null) nested.add(column);
    else cells.set(column, value as Cell);
  }
  const read = readRow(row, 'OBJECT', (column) => cells.get(column) ?? null);
  const others = read.faults.filter(({ parameters }) => !nested.has(parameters.field));
  return { ...read, faults: [...[...nested].map((column) => adviceFault(column, 'PLAIN_VALUE')), ...others] };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
