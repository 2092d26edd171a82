import type { EntityManager } from 'typeorm';
import { openText } from '../../../platform/secrecy/database-sealer.js';
import { mapBy } from '../../../platform/database/loaders.js';
import { hasRole, type Caller } from '../../../platform/identity/caller.js';
import type { PageRequest } from '../../../platform/paging/pages.js';
import { sealedPlaces } from '../sealed.js';
import { sightOf } from '../access/visibility.rules.js';
import type { BreakGlassRow } from './break-glass.entity.js';
import type { BreakGlassVerdict } from './break-glass.vocabulary.js';

/** An opening as it stands at the moment of reading, with the last that was found of it. */
export type SeenBreakGlass = BreakGlassRow & {
  readonly isOpen: boolean;
  readonly isReviewOverdue: boolean;
  readonly verdict: BreakGlassVerdict | null;
  readonly reviewNote: string | null;
  readonly reviewedAt: Date | null;
};

export interface ReviewCounts {
  readonly openCount: number;
  readonly overdueCount: number;
}

const unreviewed = `coalesce(last.verdict, 'FURTHER_INQUIRY') = 'FURTHER_INQUIRY'`;
const overdue = `(${unreviewed} and g.review_due_on < (hub_now() at time zone 'Europe/Amsterdam')::date)`;
const columns = `g.id, g.case_id as "caseId", g.subject, g.purpose, g.reason, g.explanation, g.opened_at as "openedAt", g.ends_at as "endsAt",
  g.review_due_on as "reviewDueOn", g.ends_at > hub_now() as "isOpen", ${overdue} as "isReviewOverdue", last.verdict, last.note as "reviewNote",
  last.reviewed_at as "reviewedAt"`;
const ofCaller = `break_glass g
  left join lateral (select r.verdict, r.note, r.reviewed_at from break_glass_review r where r.break_glass_id = g.id
    order by r.reviewed_at desc, r.verdict = 'FURTHER_INQUIRY' limit 1) last on true
  where ($1 or g.subject = $2 or exists (select from case_file f where f.id = g.case_id and f.owner_organisation_id = $3))`;

/** Reads who opened restricted cases: a broker what it did itself, the owner of a case, and the privacy officer all of it. */
export function breakGlassReadModel(db: EntityManager) {
  const opened = (row: SeenBreakGlass): SeenBreakGlass => ({
    ...row,
    explanation: openText(db, sealedPlaces.explanation, row.explanation),
    reviewNote: openText(db, sealedPlaces.reviewNote, row.reviewNote),
  });

  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, SeenBreakGlass>> {
      const rows: SeenBreakGlass[] = await db.query(`select ${columns} from ${ofCaller} and g.id = any($4)`, [
        ...readerOf(caller),
        ids,
      ]);
      return mapBy(rows.map(opened), ({ id }) => id);
    },

    /** One page, the newest first. */
    async findPage(caller: Caller, onlyUnreviewed: boolean, { after, limit }: PageRequest): Promise<SeenBreakGlass[]> {
      const rows: SeenBreakGlass[] = await db.query(
        `select ${columns} from ${ofCaller} and (not $4 or ${unreviewed})
           and ($5::timestamptz is null or (g.opened_at, g.id) < ($5, $6::uuid))
         order by g.opened_at desc, g.id desc limit $7`,
        [...readerOf(caller), onlyUnreviewed, after?.[0] ?? null, after?.[1] ?? null, limit],
      );
      return rows.map(opened);
    },

    /** How many wait for the privacy officer. */
    async countReviews(caller: Caller): Promise<ReviewCounts> {
      const rows: ReviewCounts[] = await db.query(
        `select count(*) filter (where ${unreviewed})::integer as "openCount", count(*) filter (where ${overdue})::integer as "overdueCount"
         from ${ofCaller}`,
        [...readerOf(caller)],
      );
      return rows[0] ?? { openCount: 0, overdueCount: 0 };
    },
  };
}

export type BreakGlassReadModel = ReturnType<typeof breakGlassReadModel>;

/** The sort values of an opening in the list above. */
export function breakGlassSortValues({ openedAt, id }: SeenBreakGlass): readonly string[] {
  return [openedAt.toISOString(), id];
}

function readerOf(
  caller: Caller,
): readonly [isOfficer: boolean, subject: string | null, organisationId: string | null] {
  const subject = hasRole(caller, 'care-broker') ? caller.subject : null;
  return [hasRole(caller, 'privacy-officer'), subject, sightOf(caller).organisationId];
}
