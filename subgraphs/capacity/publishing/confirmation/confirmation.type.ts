import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import { GraphQLDateTime } from '../../../../vocabulary/scalars.js';
import { SkipReason } from './confirmation.rules.js';

@InputType({ description: 'Which figures still hold.' })
export class ConfirmCapacityInput {
  @Field(() => String, {
    description: 'Your own key for this request, 1 to 200 characters: sent again it gives the same answer.',
  })
  idempotencyKey!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'The own keys of the offers, 1 to 500; without them all offers of the organisation. Naming an offer confirms a figure that is disputed too.',
  })
  offerKeys?: string[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'A rehearsal: everything is answered, nothing is stored.' })
  isRehearsal!: boolean;
}

@ObjectType({ description: 'An offer whose figure was not confirmed.' })
export class SkippedOffer {
  @Field(() => String, { description: "The provider's own key." })
  offerKey!: string;

  @Field(() => SkipReason.type, { description: 'Why not.' })
  reason!: SkipReason;
}

@ObjectType({ description: 'The answer to "nothing changed".' })
export class Confirmation extends KeyedAnswer {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The moment of which the figures now speak; null when there was nothing to confirm.',
  })
  confirmedAt!: Date | null;

  @Field(() => Int, { description: 'Offers whose figure is fresh again.' })
  confirmedCount!: number;

  @Field(() => Int, { description: 'Offers that were left as they were.' })
  skippedCount!: number;

  @Field(() => [SkippedOffer], { description: 'Those offers, with the reason; the first 500.' })
  skipped!: SkippedOffer[];
}
