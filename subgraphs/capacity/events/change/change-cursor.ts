import { HubError } from '../../../../platform/errors/errors.js';
import { readCursor, writeCursor } from '../../../../platform/paging/pages.js';

const list = 'changes';

/** Opaque text of a position in the events. */
export function writeChangeCursor(position: number): string {
  return writeCursor([list, String(position)]);
}

/** The position in a cursor. Throws CURSOR_INVALID for any other text, also for the cursor of another list. */
export function readChangeCursor(cursor: string): number {
  const [name, position] = readCursor(cursor, 2);
  if (name !== list || position === undefined || !/^\d{1,15}$/.test(position)) throw new HubError('CURSOR_INVALID');
  return Number(position);
}
