import { Field, ID, ObjectType } from 'type-graphql';
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

  @Field(() => GraphQLDateTime, { description: 'When it was written down.' })
  recordedAt!: Date;
}
