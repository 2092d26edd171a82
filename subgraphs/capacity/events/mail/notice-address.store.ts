import type { EntityManager } from '../../../../platform/database/database.js';
import type { Language } from '../../../../platform/errors/errors.js';

export interface NoticeAddressRow {
  readonly address: string | null;
  readonly pendingAddress: string | null;
  readonly confirmedAt: Date | null;
}

/** An address that somebody claims, until the code that was mailed there comes back. */
export interface ClaimedAddress {
  readonly subject: string;
  /** The roles with which it is told what concerns its organisation or region. */
  readonly roles: readonly string[];
  readonly organisationId: string | null;
  readonly region: string | null;
  readonly language: Language;
  readonly address: string;
  readonly codeHash: string;
}

/** Another code is sent after this long, so that nobody's mailbox is filled. */
const pauseMinutes = 5;
const codeMinutes = 60;

export function noticeAddressStore(db: EntityManager) {
  return {
    async find(subject: string): Promise<NoticeAddressRow | null> {
      const rows: NoticeAddressRow[] = await db.query(
        `select address, pending_address as "pendingAddress", confirmed_at as "confirmedAt" from notice_address where subject = $1`,
        [subject],
      );
      return rows[0] ?? null;
    },

    /** Keeps a claim beside the address that holds until then; false when a code was sent just before. */
    async claim(claimed: ClaimedAddress): Promise<boolean> {
      const { subject, organisationId, region, roles, language, address, codeHash } = claimed;
      const rows: unknown[] = await db.query(
        `insert into notice_address as known (subject, organisation_id, region, roles, language, pending_address, code_hash, code_sent_at)
         values ($1, $2, $3, $4, $5, $6, $7, hub_now())
         on conflict (subject) do update set organisation_id = excluded.organisation_id, region = excluded.region,
           roles = excluded.roles, language = excluded.language, pending_address = excluded.pending_address, code_hash = excluded.code_hash, code_sent_at = hub_now()
         where known.code_sent_at is null or known.code_sent_at <= hub_now() - interval '${pauseMinutes} minutes'
         returning subject`,
        [subject, organisationId, region, roles, language, address, codeHash],
      );
      return rows.length > 0;
    },

    /** Lets the claimed address hold; false when the code is another or too old. */
    async confirm(subject: string, codeHash: string): Promise<boolean> {
      const rows: unknown[] = await db.query(
        `with confirmed as (
           update notice_address set address = pending_address, confirmed_at = hub_now(), pending_address = null, code_hash = null
           where subject = $1 and code_hash = $2 and code_sent_at > hub_now() - interval '${codeMinutes} minutes'
           returning subject)
         select * from confirmed`,
        [subject, codeHash],
      );
      return rows.length > 0;
    },

    /** Forgets the address of this person and the mail that still waits for it, not what others get there; when a code was last sent stays known. */
    async remove(subject: string): Promise<void> {
      await db.query('delete from mail where subject = $1', [subject]);
      await db.query(
        `update notice_address set address = null, confirmed_at = null, pending_address = null, code_hash = null where subject = $1`,
        [subject],
      );
    },
  };
}
