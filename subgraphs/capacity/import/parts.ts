import { isKey } from '../../../platform/input/own-key.js';
import { rowFault } from '../../../platform/input/row-fault.js';
import { unreadRow, type ImportRow } from './columns/row.rules.js';

export const rowsInPart = 500;

/** Each is published after the one before: a file full of one offer would keep everybody else waiting. */
export const mostRowsOfOffer = 50;

const tooOften = rowFault('IMPORT_OFFER_TOO_OFTEN', 'offerKey', { limit: mostRowsOfOffer });

/** Rows of a file that are taken together. */
export interface FilePart {
  readonly rows: readonly ImportRow[];
  /** Whether no part follows. */
  readonly isLast: boolean;
}

/** The rows in parts, each as soon as it is known whether more follows. When the rows break off, a part that was full still comes. */
export async function* partsOf(rows: AsyncIterable<ImportRow>): AsyncGenerator<FilePart> {
  let part: ImportRow[] = [];
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
