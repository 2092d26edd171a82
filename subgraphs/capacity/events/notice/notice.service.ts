import type { Caller, Role } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { pageSize, readCursor, type PageRequest } from '../../../../platform/paging/pages.js';
import { toldRoles } from './notice.rules.js';
import type { noticeStore, NoticeRow, Reader } from './notice.store.js';

const list = 'notices';
const mostAtOnce = 100;
const instant = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/;

/** The notices of the caller: its own, and those for its roles in its organisation and region. */
export function noticeService(store: ReturnType<typeof noticeStore>) {
  return {
    findPage: (caller: Caller, isUnread: boolean, page: PageRequest): Promise<NoticeRow[]> =>
      store.findPage(readerOf(caller), isUnread, page),

    countUnread: (caller: Caller): Promise<number> => store.countUnread(readerOf(caller)),

    findByIds: (caller: Caller, ids: readonly string[]): Promise<NoticeRow[]> => store.findByIds(readerOf(caller), ids),

    /** Marks notices as read, for the caller alone. Throws TOO_MANY_ROWS, or NOT_FOUND when one of them is not the caller's. */
    async read(caller: Caller, ids: readonly string[]): Promise<string[]> {
      const wanted = [...new Set(ids)];
      if (wanted.length < 1 || wanted.length > mostAtOnce)
        throw new HubError('TOO_MANY_ROWS', { field: 'noticeIds', limit: mostAtOnce });
      const found = wanted.every(isUuid) ? await store.findByIds(readerOf(caller), wanted) : [];
      if (found.length < wanted.length) throw new HubError('NOT_FOUND');
      await store.markRead(readerOf(caller), wanted);
      return wanted;
    },
  };
}

/** The roles of a caller that are told something together. */
export function toldRolesOf({ roles }: Caller): Role[] {
  return roles.filter((role) => toldRoles.includes(role));
}

/** The organisation of a caller, if it can be one that the hub knows. */
export function organisationOf({ organisationId }: Caller): string | null {
  return organisationId !== null && isUuid(organisationId) ? organisationId : null;
}

function readerOf(caller: Caller): Reader {
  const { subject, region } = caller;
  return { subject, region, roles: toldRolesOf(caller), organisationId: organisationOf(caller) };
}

/** The page that is asked for. Throws PAGE_TOO_LARGE or CURSOR_INVALID. */
export function noticePage(args: { first: number; after: string | null | undefined }): PageRequest {
  const first = pageSize(args.first);
  return { first, limit: first + 1, after: args.after == null ? null : placeIn(args.after) };
}

export function noticeSortValues({ sortKey, id }: NoticeRow): readonly string[] {
  return [list, sortKey, id];
}

/** The instant and the id in a cursor of this list. */
function placeIn(cursor: string): readonly string[] {
  const [name, createdAt = '', id = ''] = readCursor(cursor, 3);
  const isInstant = instant.test(createdAt) && !Number.isNaN(Date.parse(`${createdAt.replace(' ', 'T')}:00`));
  if (name !== list || !isInstant || !isUuid(id)) throw new HubError('CURSOR_INVALID');
  return [createdAt, id];
}
