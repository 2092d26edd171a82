import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { auditedChange } from '../../../../platform/audit/audited-change.js';
import { PageArgs, toConnection, type Connection } from '../../../../platform/paging/pages.js';
import { Case, toCase } from '../../case/case.type.js';
import type { CasesContext } from '../../context.js';
import { timePage } from '../../../../platform/paging/time-page.js';
import { reviewSortValues, type LearningReviewRow } from './learning-review.store.js';
import {
  LearningReview,
  LearningReviewConnection,
  RecordedLearningReview,
  RecordLearningReviewInput,
} from './learning-review.type.js';

function toLearningReview({ helped, hindered, sharedIn, ...row }: LearningReviewRow): LearningReview {
  return { ...row, helped: [...helped], hindered: [...hindered], sharedIn: [...sharedIn] };
}

@Resolver(() => LearningReview)
export class LearningReviewResolver {
  @Query(() => LearningReviewConnection, { nullable: true, description: 'What the region learned, the newest first.' })
  async learningReviews(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services }: CasesContext,
  ): Promise<Connection<LearningReview>> {
    const page = timePage(args);
    const rows = await services.learningReviews.findPage(caller, page);
    return toConnection(rows, page, reviewSortValues, toLearningReview);
  }

  @FieldResolver(() => [Case], {
    nullable: 'itemsAndList',
    description: 'The cases that were looked back on, as long as they are kept.',
  })
  async cases(@Root() { id }: LearningReview, @Ctx() { caller, loaders }: CasesContext): Promise<(Case | null)[]> {
    const found = (await loaders.casesOfReview.load(id)) ?? [];
    const rows = await Promise.all(found.map(({ caseId }) => loaders.cases.load(caseId)));
    return rows.map((row) => row && toCase(caller, row));
  }

  @Mutation(() => RecordedLearningReview, {
    nullable: true,
    description: 'Writes down what was learned from cases, in codes. It is only ever added.',
  })
  async recordLearningReview(
    @Arg('input', () => RecordLearningReviewInput, { description: 'The review.' }) input: RecordLearningReviewInput,
    @Ctx() context: CasesContext,
  ): Promise<RecordedLearningReview> {
    const { caseIds, idempotencyKey: key } = input;
    const change = { action: 'C', objectType: 'LearningReview', subjectId: caseIds[0] ?? '' } as const;
    const request = { operation: 'recordLearningReview', key, input };
    const { answer, isReplay } = await auditedChange(context, change, request, async ({ reviewing }) => {
      const id = await reviewing.record(context.caller, input, caseIds);
      return { answer: id, changed: { LearningReview: [id], Case: caseIds } };
    });
    const row = (await context.services.learningReviews.findByIds(context.caller, [answer])).get(answer);
    return { learningReview: row ? toLearningReview(row) : null, isReplay };
  }
}
