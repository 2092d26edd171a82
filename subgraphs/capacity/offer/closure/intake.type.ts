import { Field, InputType, ObjectType } from 'type-graphql';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import { GraphQLLocalDate } from '../../../../vocabulary/scalars.js';
import { ClosureReason } from './closure-reason.js';

@InputType({ description: 'Which intake is closed, why and how long.' })
export class CloseIntakeInput {
  @Field(() => String, {
    description: 'Your own key for this request, 1 to 200 characters: sent again it gives the same answer.',
  })
  idempotencyKey!: string;

  @Field(() => String, { description: "The provider's own key of the offer." })
  offerKey!: string;

  @Field(() => ClosureReason.type, { description: 'Why.' })
  reason!: ClosureReason;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Day on which intake is expected to open again: today or later. Nothing opens by itself.',
  })
  expectedEndOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A remark for colleagues of at most 500 characters; nothing about a child, no BSN.',
  })
  note?: string | null;
}

@InputType({ description: 'Which intake is open again.' })
export class ReopenIntakeInput {
  @Field(() => String, {
    description: 'Your own key for this request, 1 to 200 characters: sent again it gives the same answer.',
  })
  idempotencyKey!: string;

  @Field(() => String, { description: "The provider's own key of the offer." })
  offerKey!: string;
}

@ObjectType({ description: 'Intake that was closed or opened.' })
export class IntakeChange extends KeyedAnswer {
  /** Not a field: the offer. */
  offerId!: string;
}
