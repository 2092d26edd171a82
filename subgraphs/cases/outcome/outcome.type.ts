import { Field, ID, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { GraphQLDateTime, GraphQLLocalDate } from '../../../vocabulary/scalars.js';
import { ResultKind } from '../consultation/consultation.vocabulary.js';

@ObjectType({
  description:
    'What was found to have come of a consultation, on one day. Only ever added to: a later finding stands beside it.',
})
export class Outcome {
  @Field(() => ID, { description: 'Identifier of the finding in the hub.' })
  id!: string;

  @Field(() => ResultKind.type, { description: 'What it led to; never OPEN.' })
  kind!: ResultKind;

  @Field(() => GraphQLLocalDate, { description: 'The day on which it was found.' })
  measuredOn!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it still held then: asked at a follow-up, months later. Null where it was not asked.',
  })
  isStable!: boolean | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day from which it is to be asked whether it lasts; null where nobody planned to.',
  })
  followUpOn!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it was written down.' })
  recordedAt!: Date;
}

@ObjectType({ description: 'A finding of which it is time to ask whether it lasts.' })
export class DueOutcome {
  @Field(() => ID, { description: 'Identifier of the finding in the hub.' })
  id!: string;

  @Field(() => Outcome, { description: 'What was found.' })
  outcome!: Outcome;

  /** Of which it was found, which resolvers load. */
  consultationId!: string;
}

export const { NodeConnection: DueOutcomeConnection } = connectionTypes('DueOutcome', () => DueOutcome);
