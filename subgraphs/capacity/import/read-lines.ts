import { isUnwritable } from '../../../platform/input/free-text.js';
import { rowFault } from '../../../platform/input/row-fault.js';
import { adviceFault } from './advice/advice.rules.js';
import type { Column } from './columns/column-names.js';
import { columnOf } from './columns/columns.rules.js';
import { readRow, unreadRow, type ImportRow } from './columns/row.rules.js';
import { hsdsReader, type HsdsReader } from './hsds/hsds.rules.js';
import { isObject, type HsdsObject } from './hsds/hsds-values.rules.js';
import type { Cell, JsonLine } from './sheet/sheet.js';

/** The rows in lines of JSON: objects with the names of the columns, or of Open Referral HSDS. */
export async function* readLines(lines: AsyncIterable<JsonLine>): AsyncGenerator<ImportRow> {
  const hsds = hsdsReader();
  for await (const { row, value } of lines) {
    if (value === undefined) yield unreadRow(row, 'OBJECT', null, [rowFault('IMPORT_LINE_UNREADABLE', '', { row })]);
    else if (isObject(value) && Object.keys(value).some((name) => columnOf(name) === 'offerKey'))
      yield readObject(row, value);
    else yield* readHsds(row, value, hsds);
  }
}

function readObject(row: number, object: HsdsObject): ImportRow {
  const cells = new Map<Column, Cell>();
  const nested = new Set<string>();
  for (const [name, value] of Object.entries(object)) {
    const column = columnOf(name);
    if (column === undefined) continue;
    if (typeof value === 'object' && value !== null) nested.add(column);
    else cells.set(column, value as Cell);
  }
  const read = readRow(row, 'OBJECT', (column) => cells.get(column) ?? null);
  const others = read.faults.filter(({ parameters }) => !nested.has(parameters.field));
  return { ...read, faults: [...[...nested].map((column) => adviceFault(column, 'PLAIN_VALUE')), ...others] };
}

function* readHsds(row: number, value: unknown, hsds: HsdsReader): Generator<ImportRow> {
  for (const read of hsds.read(value)) {
    const { offerKey } = 'report' in read ? read.report : read;
    // what PostgreSQL cannot keep is the key of nothing
    if (offerKey !== null && isUnwritable(offerKey))
      yield unreadRow(row, 'HSDS', null, [adviceFault('offerKey', 'TEXT')]);
    else if ('report' in read) {
      const { asOf } = read.report;
      yield {
        row,
        form: 'HSDS',
        values: { ...read.report, asOf: asOf?.toISOString() ?? null, note: null },
        faults: [],
      };
    } else {
      const faults = read.faults.map(({ field, advice }) => adviceFault(field, advice));
      yield unreadRow(row, 'HSDS', offerKey, faults);
    }
  }
}
