import type { EntityManager } from 'typeorm';
import { HubError } from '../errors/errors.js';
import { isUuid } from '../input/identifiers.js';
import { instantText, isInstantText } from '../paging/instant.js';
import { pageRequest, toConnection, type Connection, type PageArgs, type PageRequest } from '../paging/pages.js';
import type { AuditTrail } from './audit-trail.js';

/** One access to something, as the audit holds it. */
export interface AccessRow {
  readonly id: string;
  readonly at: Date;
  readonly userId: string;
  readonly roles: readonly string[];
  readonly organisationId: string | null;
  /** What was done, such as CASE_READ. */
  readonly event: string;
  readonly purpose: string;
  readonly isGranted: boolean;
  readonly isBreakGlass: boolean;
  readonly operationName: string | null;
  /** The instant to the microsecond, for cursors. */
  readonly sortedAt: string;
}

/** What accesses are looked for. */
export interface Reviewed {
  /** The type of the thing itself. */
  readonly objectType: string;
  /** The types that accesses to it may be about; only its own, unless told otherwise. */
  readonly types?: readonly string[];
  /** SQL that gives the identifiers of all that belongs to the thing $1; that one alone, unless told otherwise. */
  readonly objectsOf?: string;
}

const accessPage = (objects: string): string => `
  select id, occurred_at as at, user_id as "userId", user_roles as roles, organisation_id as "organisationId", event_code as event, purpose,
    outcome = 'GRANTED' as "isGranted", check_break_glass as "isBreakGlass", search_name as "operationName", ${instantText('occurred_at')} as "sortedAt"
  from audit_event
  where object_type = any($5) and object_ids && ${objects} and ($2::timestamptz is null or (occurred_at, id) < ($2, $3::uuid))
  order by occurred_at desc, id desc limit $4`;

/** Reads who looked at things of one type. Who may know is decided before. */
export function accessLog(
  db: EntityManager,
  { objectType, types = [objectType], objectsOf = 'array[$1::uuid]' }: Reviewed,
) {
  const sql = accessPage(objectsOf);
  return {
    objectType,
    findPage: (id: string, { limit, after }: PageRequest): Promise<AccessRow[]> =>
      db.query(sql, [id, after?.[0] ?? null, after?.[1] ?? null, limit, types]),
  };
}

export type AccessLog = ReturnType<typeof accessLog>;

/** Who wants to know who looked at what. */
export interface Review<N> {
  readonly log: AccessLog;
  readonly audit: AuditTrail;
  readonly id: string;
  readonly args: PageArgs;
  /** Whether the caller may know it of this one. */
  readonly mayReview: (id: string) => Promise<boolean>;
  readonly toNode: (row: AccessRow) => N;
}

/**
 * One page of who looked at something, the newest first; that somebody asked is itself written down. Throws CURSOR_INVALID, or NOT_FOUND for
 * what is not there or not the caller's to know of.
 */
export async function reviewAccesses<N>({
  log,
  audit,
  id,
  args,
  mayReview,
  toNode,
}: Review<N>): Promise<Connection<N>> {
  const page = newestFirst(args);
  if (!isUuid(id)) throw new HubError('NOT_FOUND');
  const isGranted = await mayReview(id);
  audit[isGranted ? 'read' : 'refused'](`${log.objectType}Access`, [id]);
  if (!isGranted) throw new HubError('NOT_FOUND');
  return toConnection(await log.findPage(id, page), page, ({ sortedAt, id: last }) => [sortedAt, last], toNode);
}

function newestFirst(args: PageArgs): PageRequest {
  const page = pageRequest(args, 2);
  const [at = '', id = ''] = page.after ?? [];
  if (page.after && !(isInstantText(at) && isUuid(id))) throw new HubError('CURSOR_INVALID');
  return page;
}
