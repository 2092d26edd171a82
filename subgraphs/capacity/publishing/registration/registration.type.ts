import { Field, ObjectType } from 'type-graphql';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import { RowError } from '../../../../platform/input/row-error.type.js';
import { RegistrationOutcome } from './registration-outcome.js';

@ObjectType({ description: 'What became of one offer.' })
export class OfferRegistrationResult {
  /** Not a field: the offer of the key, where there is one. */
  offerId!: string | null;

  @Field(() => String, { description: 'The key of the offer, as it was sent.' })
  offerKey!: string;

  @Field(() => RegistrationOutcome.type, { description: 'What became of it.' })
  outcome!: RegistrationOutcome;

  @Field(() => RowError, { nullable: true, description: 'Why it is REJECTED; otherwise null.' })
  error!: RowError | null;
}

@ObjectType({ description: 'The answer to a registration of offers.' })
export class OfferRegistration extends KeyedAnswer {
  @Field(() => [OfferRegistrationResult], {
    description: 'What became of each offer, in the order in which they were sent.',
  })
  results!: OfferRegistrationResult[];
}
