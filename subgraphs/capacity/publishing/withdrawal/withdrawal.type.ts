import { Field, InputType, ObjectType } from 'type-graphql';
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
export class Withdrawal {
  /** Not a field: the offer that it was about. */
  offerId!: string;

  @Field(() => GraphQLDateTime, { description: 'Since when it does not count.' })
  withdrawnAt!: Date;

  @Field(() => Boolean, {
    description: 'Whether this is the answer of an earlier request with the same key: nothing was done now.',
  })
  isReplay!: boolean;
}
