import { Field, InputType, ObjectType } from 'type-graphql';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import { GraphQLDateTime, GraphQLSafeInt } from '../../../../vocabulary/scalars.js';

@InputType({ description: 'Which report was a mistake.' })
export class WithdrawReportInput {
  @Field(() => String, {
    description: 'Your own key for this request, 1 to 200 characters: sent again it gives the same answer.',
  })
  idempotencyKey!: string;

  @Field(() => String, { description: "The provider's own key of the offer." })
  offerKey!: string;

  @Field(() => GraphQLSafeInt, { description: 'The sequence under which it was sent.' })
  sequence!: number;
}

@ObjectType({ description: 'A report that was taken back. It is kept, and counts no more.' })
export class Withdrawal extends KeyedAnswer {
  /** Not a field: the offer that it was about. */
  offerId!: string;

  @Field(() => GraphQLDateTime, { description: 'Since when it does not count.' })
  withdrawnAt!: Date;
}
