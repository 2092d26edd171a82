import type { EntityManager } from 'typeorm';
import { violatedConstraint } from '../../../platform/database/transaction.js';
import { sealText } from '../../../platform/secrecy/database-sealer.js';
import { HubError } from '../../../platform/errors/errors.js';
import { sealedPlaces } from '../sealed.js';
import type { BreakGlassRow } from './break-glass.entity.js';
import type { BreakGlassVerdict } from './break-glass.vocabulary.js';

export type NewBreakGlass = Pick<
  BreakGlassRow,
  'caseId' | 'subject' | 'purpose' | 'reason' | 'explanation' | 'reviewDueOn'
>;

export interface NewReview {
  readonly breakGlassId: string;
  readonly verdict: BreakGlassVerdict;
  readonly note: string | null;
  readonly reviewedBy: string;
}

/** Keeps openings of restricted cases: each only ever ends. */
export function breakGlassStore(db: EntityManager) {
  return {
    /** The day by the clock of the database, in the Netherlands. */
    async today(): Promise<string> {
      const rows: { on: string }[] = await db.query(
        `select (hub_now() at time zone 'Europe/Amsterdam')::date::text as on`,
      );
      return rows[0]?.on ?? '';
    },

    /** How often somebody did it in the last month. Whoever asks at the same time, for the same person, waits until this is decided. */
    async countOfMonth(subject: string): Promise<number> {
      await db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`break glass ${subject}`]);
      const rows: { count: number }[] = await db.query(
        `select count(*)::integer as count from break_glass where subject = $1 and opened_at > hub_now() - interval '1 month'`,
        [subject],
      );
      return rows[0]?.count ?? 0;
    },

    /** Throws BREAK_GLASS_NOT_NEEDED while the same person has the same case open. */
    async add({ caseId, subject, purpose, reason, explanation, reviewDueOn }: NewBreakGlass): Promise<string> {
      const rows: { id: string }[] = await db
        .query<{ id: string }[]>(
          `insert into break_glass (case_id, subject, purpose, reason, explanation, review_due_on)
           values ($1, $2, $3, $4, $5, $6) returning id`,
          [caseId, subject, purpose, reason, sealText(db, sealedPlaces.explanation, explanation), reviewDueOn],
        )
        .catch((error: unknown) => {
          throw violatedConstraint(error) === 'break_glass_once_at_a_time'
            ? new HubError('BREAK_GLASS_NOT_NEEDED')
            : error;
        });
      return rows[0]?.id ?? '';
    },

    /** Ends what is open of one's own; false when it is not. */
    async end(subject: string, id: string): Promise<boolean> {
      const [, count] = await db.query<[unknown[], number]>(
        `update break_glass set ends_at = date_trunc('milliseconds', hub_now()) where id = $1 and subject = $2 and ends_at > hub_now()`,
        [id, subject],
      );
      return count > 0;
    },

    /** Writes down what was found; false when the last word was said before. */
    async review({ breakGlassId, verdict, note, reviewedBy }: NewReview): Promise<boolean> {
      await db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`break glass review ${breakGlassId}`]);
      const rows: unknown[] = await db.query(
        `insert into break_glass_review (break_glass_id, verdict, note, reviewed_by)
         select $1, $2, $3, $4 where not exists
           (select from break_glass_review where break_glass_id = $1 and verdict <> 'FURTHER_INQUIRY')
         returning id`,
        [breakGlassId, verdict, sealText(db, sealedPlaces.reviewNote, note), reviewedBy],
      );
      return rows.length > 0;
    },
  };
}

export type BreakGlassStore = ReturnType<typeof breakGlassStore>;
