import { rowFault } from '../../../platform/input/row-fault.js';
import { unreadRow, type ImportRow } from './columns/row.rules.js';

/** The same rows, of which those are refused whose key stood in the file before: which of them is meant cannot be known. */
export async function* uniqueRows(rows: AsyncIterable<ImportRow>): AsyncGenerator<ImportRow> {
  const seen = new Map<string, number>();
  for await (const read of rows) {
    const { row, form, values } = read;
    const first = values.key === null ? undefined : seen.get(values.key);
    if (values.key !== null && first === undefined) seen.set(values.key, row);
    if (first === undefined) yield read;
    else
      yield unreadRow(row, form, values.key, [rowFault('PROFESSIONAL_KEY_REPEATED', 'key', { first: String(first) })]);
  }
}
