import { HubError } from '../../../platform/errors/errors.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { readCursor, writeCursor } from '../../../platform/paging/pages.js';
import { isInstantText, isMoment } from '../../../platform/paging/instant.js';

/** Where a page of options ended: the instant of evaluation, the rank and the sort values of its last option. */
export interface OptionCursor {
  /** Instant in UTC to the microsecond, as PostgreSQL wrote it. */
  readonly evaluatedAt: string;
  readonly rank: number;
  readonly sortKey: readonly string[];
}

export const sortKeyLength = 9;
const numbers = /^-?\d{1,9}$/;
const held = /^2\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00:00$/;
const neverHeld = '-infinity';

export function writeOptionCursor(cursor: OptionCursor, mark: string): string {
  return writeCursor([mark, cursor.evaluatedAt, String(cursor.rank), ...cursor.sortKey]);
}

/** Reads a cursor of the search with this mark. Throws CURSOR_INVALID for any other text. */
export function readOptionCursor(text: string, mark: string): OptionCursor {
  const [cursorMark, evaluatedAt = '', rank = '', ...sortKey] = readCursor(text, 3 + sortKeyLength);
  const isWhole = cursorMark === mark && isInstantText(evaluatedAt) && numbers.test(rank) && isSortKey(sortKey);
  if (!isWhole) throw new HubError('CURSOR_INVALID');
  return { evaluatedAt, rank: Number(rank), sortKey };
}

function isSortKey(values: readonly string[]): boolean {
  const [lastHeld = '', id = ''] = values.slice(-2);
  const isHeld = lastHeld === neverHeld || (held.test(lastHeld) && isMoment(lastHeld));
  return values.slice(0, -2).every((value) => numbers.test(value)) && isHeld && isUuid(id);
}
