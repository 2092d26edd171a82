import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { pageSize } from '../../../../platform/paging/pages.js';
import { readChangeCursor } from './change-cursor.js';
import { changeSight } from './change-sight.rules.js';
import type { changeReadModel, ChangeRow, Kept } from './change.read-model.js';
import type { ChangesFrom } from './changes-from.js';

/** Where somebody reads on, and how much at once. */
export interface ChangesRequest {
  readonly cursor: string | null;
  readonly from: ChangesFrom;
  readonly first: number;
}

/** A page of events, and the position from which the next one goes on. */
export interface Changes {
  readonly rows: readonly ChangeRow[];
  readonly goOnFrom: number;
  readonly hasMore: boolean;
}

export function changeService(readModel: ReturnType<typeof changeReadModel>) {
  return {
    /** The events behind a cursor that the caller may see. Throws PAGE_TOO_LARGE, CURSOR_INVALID or CURSOR_EXPIRED. */
    async since(caller: Caller, request: ChangesRequest): Promise<Changes> {
      const first = pageSize(request.first);
      const cursor = request.cursor === null ? null : readChangeCursor(request.cursor);
      const kept = await readModel.findKept();
      const after = startOf(cursor, request.from, kept);
      const found = await readModel.findVisible(changeSight(caller), after, kept.last, first + 1);
      const rows = found.changes.slice(0, first);
      const hasMore = found.changes.length > first;
      return {
        rows,
        goOnFrom: hasMore ? (rows.at(-1)?.position ?? after) : found.lookedAt,
        hasMore: hasMore || !found.hasReachedEnd,
      };
    },
  };
}

/** A cursor from before what is kept has missed events; one behind the last was never given out. */
function startOf(cursor: number | null, from: ChangesFrom, { forgotten, last }: Kept): number {
  if (cursor === null) return from === 'NOW' ? last : forgotten;
  if (cursor > last) throw new HubError('CURSOR_INVALID');
  if (cursor < forgotten) throw new HubError('CURSOR_EXPIRED');
  return cursor;
}
