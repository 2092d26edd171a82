import { isKey } from '../../../platform/input/own-key.js';
import { rowFault } from '../../../platform/input/row-fault.js';
import { unreadRow, type ImportRow } from './columns/row.rules.js';

/** Each is published after the one before: a file full of one offer would keep everybody else waiting. */
export const mostRowsOfOffer = 50;

const tooOften = rowFault('IMPORT_OFFER_TOO_OFTEN', 'offerKey', { limit: mostRowsOfOffer });

/** The same rows, of which those that are too many of one offer are refused. */
export async function* bounded(rows: AsyncIterable<ImportRow>): AsyncGenerator<ImportRow> {
  const counts = new Map<string, number>();
  for await (const row of rows) {
    const { offerKey } = row.values;
    if (offerKey === null || !isKey(offerKey)) {
      yield row;
      continue;
    }
    const count = (counts.get(offerKey) ?? 0) + 1;
    counts.set(offerKey, count);
    yield count > mostRowsOfOffer ? unreadRow(row.row, row.form, offerKey, [tooOften]) : row;
  }
}
