import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { KeyedAnswer } from '../../../platform/idempotency/keyed-answer.js';
import { GraphQLDateTime, GraphQLLocalDate } from '../../../vocabulary/scalars.js';
import type { SeenBreakGlass } from './break-glass.read-model.js';
import { BreakGlassReason, BreakGlassVerdict } from './break-glass.vocabulary.js';

@ObjectType({
  description:
    'An opening of a restricted case in an emergency (noodtoegang): one person, one case, one purpose, an hour at most. Told to who did it, the owner of the case and the privacy officer from the moment that it is.',
})
export class BreakGlass {
  @Field(() => ID, { description: 'Identifier of the opening.' })
  id!: string;

  @Field(() => ID, { description: 'Identifier of the case.' })
  caseId!: string;

  @Field(() => String, { description: 'The one name of the user: issuer, # and subject there.' })
  userId!: string;

  @Field(() => String, { description: 'For which purpose, as a code such as FIND_CARE; it opens nothing for another.' })
  purpose!: string;

  @Field(() => BreakGlassReason.type, { description: 'Why.' })
  reason!: BreakGlassReason;

  @Field(() => String, { description: 'What made it necessary, in the words of who did it.' })
  explanation!: string;

  @Field(() => GraphQLDateTime, { description: 'From when on the case was open.' })
  openedAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'Until when: an hour later, or when it was ended.' })
  endsAt!: Date;

  @Field(() => Boolean, { description: 'Whether the case is open to this user at this moment.' })
  isOpen!: boolean;

  @Field(() => GraphQLLocalDate, {
    description: 'The last day for its review: the fifth working day after it (Europe/Amsterdam).',
  })
  reviewDueOn!: string;

  @Field(() => Boolean, { description: 'Whether that day has passed and the review is still open.' })
  isReviewOverdue!: boolean;

  @Field(() => BreakGlassVerdict.type, {
    nullable: true,
    description: 'What the privacy officer found; null before. FURTHER_INQUIRY leaves the review open.',
  })
  verdict!: BreakGlassVerdict | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When that was found; null before.' })
  reviewedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Remark of the privacy officer, for privacy officers alone.' })
  reviewNote!: string | null;
}

export const { NodeConnection: BreakGlassConnection } = connectionTypes('BreakGlass', () => BreakGlass);

@ObjectType({ description: 'The answer to opening a case, to ending that, or to its review.' })
export class BreakGlassStep extends KeyedAnswer {
  @Field(() => BreakGlass, { nullable: true, description: 'The opening as it stands now.' })
  breakGlass!: BreakGlass | null;
}

@ObjectType({ description: 'How many openings of restricted cases wait for the privacy officer.' })
export class BreakGlassReviews {
  @Field(() => Int, { description: 'Without a last word.' })
  openCount!: number;

  @Field(() => Int, { description: 'Of these, those of which the last day for it has passed.' })
  overdueCount!: number;
}

/** An opening as it may be shown. */
export function toBreakGlass({ subject: userId, ...row }: SeenBreakGlass): BreakGlass {
  const { id, caseId, purpose, reason, explanation, openedAt, endsAt, isOpen, reviewDueOn, isReviewOverdue } = row;
  const { verdict, reviewedAt, reviewNote } = row;
  return {
    ...{ id, caseId, userId, purpose, reason, explanation, openedAt, endsAt, isOpen, reviewDueOn, isReviewOverdue },
    ...{ verdict, reviewedAt, reviewNote },
  };
}
