import type { EntityManager } from '../../../../platform/database/database.js';
import type { PageRequest } from '../../../../platform/paging/pages.js';
import type { NoticeKind } from './notice-kind.js';
import type { OfficerMail } from '../mail/officer-mail.js';
import type { NewNotice } from './notice.rules.js';

export interface NoticeRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly offerIds: string[];
  readonly holdId: string | null;
  readonly entryId: string | null;
  readonly subscriptionId: string | null;
  readonly breakGlassId: string | null;
  readonly referralId: string | null;
  readonly networkRequestId: string | null;
  readonly caseId: string | null;
  readonly createdAt: Date;
  /** `createdAt` to the microsecond, for cursors. */
  readonly sortKey: string;
  readonly readAt: Date | null;
}

/** Whose notices are read: a person's own, and those for roles of its organisation and region. */
export interface Reader {
  readonly subject: string;
  readonly roles: readonly string[];
  readonly organisationId: string | null;
  readonly region: string | null;
}

const columns = `n.id, n.kind, n.offer_ids as "offerIds", n.hold_id as "holdId", n.entry_id as "entryId",
  n.subscription_id as "subscriptionId", n.break_glass_id as "breakGlassId", n.referral_id as "referralId",
  n.network_request_id as "networkRequestId", n.case_id as "caseId", n.created_at as "createdAt", n.created_at::text as "sortKey", r.read_at as "readAt"`;

/** The notices of $1, who has the roles $2 in the organisation $3 and the region $4: that a case came here for as long as it is here. */
const ownNotices = `notice n left join notice_reading r on r.notice_id = n.id and r.subject = $1
  where (n.subject = $1 or (n.role = any($2) and (n.organisation_id = $3::uuid or n.region = $4)))
    and (n.case_id is null or exists (select from case_projection k where k.id = n.case_id
      and (k.region = n.region or k.owner_organisation_id = n.organisation_id)))`;
const valuesOf = ({ subject, roles, organisationId, region }: Reader): readonly unknown[] => [
  subject,
  roles,
  organisationId,
  region,
];

/** Writes the notices $1, and a mail of each to whoever gave an address; to the privacy officers of a region also at the address of $2. */
const writing = `
  with told as (
    insert into notice (event_id, kind, subject, role, organisation_id, region, offer_ids, hold_id, entry_id, subscription_id, break_glass_id,
      referral_id, network_request_id, created_at, case_id)
    select "eventId", kind, subject, role, "organisationId", region, "offerIds", "holdId", "entryId", "subscriptionId", "breakGlassId",
      "referralId", "networkRequestId", "createdAt", (select h.case_id from hand_over_case h where h.event_id = n."eventId")
    from jsonb_to_recordset($1::jsonb) as n ("eventId" uuid, kind text, subject text, role text, "organisationId" uuid, region text,
      "offerIds" uuid[], "holdId" uuid, "entryId" uuid, "subscriptionId" uuid, "breakGlassId" uuid, "referralId" uuid, "networkRequestId" uuid,
      "createdAt" timestamptz)
    on conflict do nothing
    returning kind, subject, role, organisation_id, region, break_glass_id
  )
  insert into mail (subject, address, language, kind, break_glass_id)
  select a.subject, a.address, a.language, t.kind, t.break_glass_id
  from told t join notice_address a on a.address is not null
    and (a.subject = t.subject or (t.role = any(a.roles) and (a.organisation_id = t.organisation_id or a.region = t.region)))
  union all
  select null, officer.value, 'nl', t.kind, t.break_glass_id
  from told t join jsonb_each_text($2::jsonb) officer on officer.key = t.region and t.role = 'privacy-officer'`;

/** Most that are counted: more is "more". */
const mostCounted = 100;

export function noticeStore(db: EntityManager) {
  return {
    /** Writes notices that are not there yet, and a mail of each. */
    async write(notices: readonly NewNotice[], officerMail: OfficerMail): Promise<void> {
      if (notices.length > 0) await db.query(writing, [JSON.stringify(notices), JSON.stringify(officerMail)]);
    },

    /** The newest first; `after` holds the sort key and id of the last of the page before. */
    async findPage(reader: Reader, isUnread: boolean, { after, limit }: PageRequest): Promise<NoticeRow[]> {
      return db.query(
        `select ${columns} from ${ownNotices} and (not $5 or r.read_at is null)
           and ($6::timestamptz is null or (n.created_at, n.id) < ($6::timestamptz, $7::uuid))
         order by n.created_at desc, n.id desc limit $8`,
        [...valuesOf(reader), isUnread, after?.[0] ?? null, after?.[1] ?? null, limit],
      );
    },

    async findByIds(reader: Reader, ids: readonly string[]): Promise<NoticeRow[]> {
      return db.query(
        `select ${columns} from ${ownNotices} and n.id = any($5::uuid[]) order by n.created_at desc, n.id desc`,
        [...valuesOf(reader), ids],
      );
    },

    async countUnread(reader: Reader): Promise<number> {
      const rows: { count: number }[] = await db.query(
        `select count(*)::integer as count from (select from ${ownNotices} and r.read_at is null limit ${mostCounted}) unread`,
        [...valuesOf(reader)],
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
