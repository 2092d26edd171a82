import { Field, ID, InputType } from 'type-graphql';
import { idempotencyKeyText } from '../../../platform/idempotency/idempotency-key-text.js';
import { RejectionReason } from './judgement.vocabulary.js';

@InputType({ description: 'An option of a case that is put on the short list.' })
export class ShortlistOptionInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the case.' })
  caseId!: string;

  @Field(() => ID, { description: 'Identifier of the offer.' })
  offerId!: string;
}

@InputType({ description: 'An option of a case that is not gone on with.' })
export class RejectOptionInput extends ShortlistOptionInput {
  @Field(() => RejectionReason.type, { description: 'Why.' })
  reason!: RejectionReason;
}
