import type { EntityManager } from '../../../../platform/database/database.js';
import type { Language } from '../../../../platform/errors/errors.js';
import type { MailKind } from './mail-texts.js';

/** A mail that one worker is to send now. */
export interface DueMail {
  readonly id: string;
  readonly address: string;
  readonly language: Language;
  readonly kind: MailKind;
  readonly code: string | null;
  /** The emergency access that it is about, if it is about one. */
  readonly breakGlassId: string | null;
  readonly attempts: number;
}

/** Who claims an address, and where the code goes. */
interface CodeRecipient {
  readonly subject: string;
  readonly address: string;
  readonly language: Language;
}

/** While one worker sends a mail, no other takes it. */
const leaseMinutes = 2;
/** A mail that is as old as this helps nobody. */
const keptDays = 3;

export function mailStore(db: EntityManager) {
  return {
    /** Takes the mail that is due longest, of emergency access before any other; null when none is. */
    async take(): Promise<DueMail | null> {
      const rows: DueMail[] = await db.query(
        `with next as (
           select id from mail where next_attempt_at <= hub_now() order by break_glass_id is null, next_attempt_at limit 1 for update skip locked
         ), taken as (
           update mail m set attempts = m.attempts + 1, next_attempt_at = hub_now() + interval '${leaseMinutes} minutes'
           from next where m.id = next.id returning m.*
         )
         select id, address, language, kind, code, break_glass_id as "breakGlassId", attempts from taken`,
      );
      return rows[0] ?? null;
    },

    async remove(id: string): Promise<void> {
      await db.query('delete from mail where id = $1', [id]);
    },

    async retryIn(id: string, minutes: number): Promise<void> {
      await db.query('update mail set next_attempt_at = hub_now() + make_interval(mins => $2) where id = $1', [
        id,
        minutes,
      ]);
    },

    async insertCode({ subject, address, language }: CodeRecipient, code: string): Promise<void> {
      await db.query(`insert into mail (subject, address, language, kind, code) values ($1, $2, $3, 'CODE', $4)`, [
        subject,
        address,
        language,
        code,
      ]);
    },

    async forgetOld(): Promise<void> {
      await db.query(`delete from mail where created_at < hub_now() - interval '${keptDays} days'`);
    },
  };
}
