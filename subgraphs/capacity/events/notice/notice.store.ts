import type { EntityManager } from '../../../../platform/database/database.js';
import type { PageRequest } from '../../../../platform/paging/pages.js';
import type { NoticeKind } from './notice-kind.js';
import type { NewNotice } from './notice.rules.js';

export interface NoticeRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly offerIds: string[];
  readonly holdId: string | null;
  readonly entryId: string | null;
  readonly subscriptionId: string | null;
  readonly createdAt: Date;
  /** `createdAt` to the microsecond, for cursors. */
  readonly sortKey: string;
  readonly readAt: Date | null;
}

/** Whose notices are read: a person's own, and those of the planners of an organisation. */
export interface Reader {
  readonly subject: string;
  readonly organisationId: string | null;
}

const columns = `n.id, n.kind, n.offer_ids as "offerIds", n.hold_id as "holdId", n.entry_id as "entryId",
  n.subscription_id as "subscriptionId", n.created_at as "createdAt", n.created_at::text as "sortKey", r.read_at as "readAt"`;

/** The notices of $1, who belongs to the planners of $2. */
const ownNotices = `notice n left join notice_reading r on r.notice_id = n.id and r.subject = $1
  where (n.subject = $1 or n.organisation_id = $2::uuid)`;

/** Most that are counted: more is "more". */
const mostCounted = 100;

export function noticeStore(db: EntityManager) {
  return {
    /** Writes notices that are not there yet, and a mail of each to whoever gave an address. */
    async write(notices: readonly NewNotice[]): Promise<void> {
      if (notices.length === 0) return;
      await db.query(
        `with told as (
           insert into notice (event_id, kind, subject, organisation_id, offer_ids, hold_id, entry_id, subscription_id, created_at)
           select "eventId", kind, subject, "organisationId", "offerIds", "holdId", "entryId", "subscriptionId", "createdAt"
           from jsonb_to_recordset($1::jsonb) as n ("eventId" uuid, kind text, subject text, "organisationId" uuid, "offerIds" uuid[],
             "holdId" uuid, "entryId" uuid, "subscriptionId" uuid, "createdAt" timestamptz)
           on conflict do nothing
           returning kind, subject, organisation_id
         )
         insert into mail (subject, address, language, kind)
         select a.subject, a.address, a.language, t.kind
         from told t join notice_address a on a.address is not null
           and (a.subject = t.subject or (a.is_planner and a.organisation_id = t.organisation_id))`,
        [JSON.stringify(notices)],
      );
    },

    /** The newest first; `after` holds the sort key and id of the last of the page before. */
    async findPage(reader: Reader, isUnread: boolean, { after, limit }: PageRequest): Promise<NoticeRow[]> {
      return db.query(
        `select ${columns} from ${ownNotices} and (not $3 or r.read_at is null)
           and ($4::timestamptz is null or (n.created_at, n.id) < ($4::timestamptz, $5::uuid))
         order by n.created_at desc, n.id desc limit $6`,
        [reader.subject, reader.organisationId, isUnread, after?.[0] ?? null, after?.[1] ?? null, limit],
      );
    },

    async findByIds(reader: Reader, ids: readonly string[]): Promise<NoticeRow[]> {
      return db.query(
        `select ${columns} from ${ownNotices} and n.id = any($3::uuid[]) order by n.created_at desc, n.id desc`,
        [reader.subject, reader.organisationId, ids],
      );
    },

    async countUnread(reader: Reader): Promise<number> {
      const rows: { count: number }[] = await db.query(
        `select count(*)::integer as count from (select from ${ownNotices} and r.read_at is null limit ${mostCounted}) unread`,
        [reader.subject, reader.organisationId],
      );
      return rows[0]?.count ?? 0;
    },

    async markRead({ subject }: Reader, ids: readonly string[]): Promise<void> {
      await db.query(
        `insert into notice_reading (notice_id, subject) select id, $1 from unnest($2::uuid[]) as n (id) on conflict do nothing`,
        [subject, ids],
      );
    },

    /** Forgets notices after some days. */
    async forget(days: number): Promise<void> {
      await db.query('delete from notice where created_at < hub_now() - make_interval(days => $1)', [days]);
    },
  };
}
