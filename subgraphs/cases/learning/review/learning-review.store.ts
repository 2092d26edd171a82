import type { EntityManager } from 'typeorm';
import { groupBy, mapBy } from '../../../../platform/database/loaders.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import type { PageRequest } from '../../../../platform/paging/pages.js';
import { regionAs } from '../../access/visibility.rules.js';
import type { LearningFactor } from '../../../../vocabulary/learning-factor.js';
import type { SharedIn } from '../learning.vocabulary.js';

export interface NewLearningReview {
  readonly heldOn: string;
  readonly helped: readonly LearningFactor[];
  readonly hindered: readonly LearningFactor[];
  readonly sharedIn: readonly SharedIn[];
}

export interface LearningReviewRow extends NewLearningReview {
  readonly id: string;
  readonly recordedAt: Date;
}

const columns = `r.id, r.held_on::text as "heldOn", r.helped, r.hindered, r.shared_in as "sharedIn", r.recorded_at as "recordedAt"`;

/** Keeps what a region learned from its cases: it is added, never changed. */
export function learningReviewStore(db: EntityManager) {
  const find = (caller: Caller, condition: string, values: readonly unknown[]): Promise<LearningReviewRow[]> =>
    db.query(`select ${columns} from learning_review r where r.region = $1 and ${condition}`, [
      regionAs(caller, 'care-broker', 'analyst'),
      ...values,
    ]);
  return {
    async add(region: string, review: NewLearningReview, caseIds: readonly string[]): Promise<string> {
      const rows: { id: string }[] = await db.query(
        'insert into learning_review (region, held_on, helped, hindered, shared_in) values ($1, $2, $3, $4, $5) returning id',
        [region, review.heldOn, review.helped, review.hindered, review.sharedIn],
      );
      const id = rows[0]?.id ?? '';
      await db.query('insert into learning_review_case (learning_review_id, case_id) select $1, unnest($2::uuid[])', [
        id,
        caseIds,
      ]);
      return id;
    },

    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, LearningReviewRow>> {
      return mapBy(await find(caller, 'r.id = any($2)', [ids]), ({ id }) => id);
    },

    findPage(caller: Caller, page: PageRequest): Promise<LearningReviewRow[]> {
      return find(
        caller,
        `($2::timestamptz is null or (r.recorded_at, r.id) < ($2, $3::uuid)) order by r.recorded_at desc, r.id desc limit $4`,
        [page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
      );
    },

    /** The cases from which it was learned, for brokers of the region. */
    async findCaseIds(
      caller: Caller,
      ids: readonly string[],
    ): Promise<Map<string, { reviewId: string; caseId: string }[]>> {
      const rows: { reviewId: string; caseId: string }[] = await db.query(
        `select c.learning_review_id as "reviewId", c.case_id as "caseId" from learning_review_case c
         join learning_review r on r.id = c.learning_review_id where r.region = $1 and r.id = any($2) order by c.case_id`,
        [regionAs(caller, 'care-broker'), ids],
      );
      return groupBy(rows, ({ reviewId }) => reviewId);
    },
  };
}

export type LearningReviewStore = ReturnType<typeof learningReviewStore>;

/** The sort values of a review in the list above. */
export function reviewSortValues({ recordedAt, id }: LearningReviewRow): readonly string[] {
  return [recordedAt.toISOString(), id];
}
