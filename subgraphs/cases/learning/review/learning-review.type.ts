import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';
import { connectionTypes } from '../../../../platform/paging/pages.js';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import { GraphQLDateTime, GraphQLLocalDate } from '../../../../vocabulary/scalars.js';
import { LearningFactor } from '../../../../vocabulary/learning-factor.js';
import { SharedIn } from '../learning.vocabulary.js';

@ObjectType({ description: 'A review (terugblik): what a region learned from cases of its own, in codes.' })
export class LearningReview {
  @Field(() => ID, { description: 'Random identifier of the review in the hub.' })
  id!: string;

  @Field(() => GraphQLLocalDate, { description: 'The day on which it was held.' })
  heldOn!: string;

  @Field(() => [LearningFactor.type], { description: 'What helped.' })
  helped!: LearningFactor[];

  @Field(() => [LearningFactor.type], { description: 'What stood in the way.' })
  hindered!: LearningFactor[];

  @Field(() => [SharedIn.type], { description: 'Where it was shared.' })
  sharedIn!: SharedIn[];

  @Field(() => GraphQLDateTime, { description: 'When it was written down.' })
  recordedAt!: Date;
}

export const { NodeConnection: LearningReviewConnection } = connectionTypes('LearningReview', () => LearningReview);

@InputType({ description: 'A review that was held.' })
export class RecordLearningReviewInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => [ID], { description: 'The cases that were looked back on, 1 to 20.' })
  caseIds!: string[];

  @Field(() => GraphQLLocalDate, { description: 'The day on which it was held, not ahead.' })
  heldOn!: string;

  @Field(() => [LearningFactor.type], { defaultValue: [], description: 'What helped.' })
  helped!: LearningFactor[];

  @Field(() => [LearningFactor.type], { defaultValue: [], description: 'What stood in the way.' })
  hindered!: LearningFactor[];

  @Field(() => [SharedIn.type], { defaultValue: [], description: 'Where it was shared.' })
  sharedIn!: SharedIn[];
}

@ObjectType({ description: 'The answer to a review that was written down.' })
export class RecordedLearningReview extends KeyedAnswer {
  @Field(() => LearningReview, { nullable: true, description: 'The review.' })
  learningReview!: LearningReview | null;
}
