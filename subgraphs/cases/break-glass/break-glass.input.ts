import { Field, ID, InputType } from 'type-graphql';
import { idempotencyKeyText } from '../../../platform/idempotency/idempotency-key-text.js';
import { BreakGlassReason, BreakGlassVerdict } from './break-glass.vocabulary.js';

@InputType({ description: 'A restricted case that is opened in an emergency.' })
export class BreakGlassInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the case.' })
  caseId!: string;

  @Field(() => BreakGlassReason.type, { description: 'Why.' })
  reason!: BreakGlassReason;

  @Field(() => String, {
    description:
      'What makes it necessary now, 20 to 500 characters, for the privacy officer and the owner of the case: without names and without a BSN.',
  })
  explanation!: string;
}

@InputType({ description: 'An opening of a case that ends before its time.' })
export class EndBreakGlassInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the opening.' })
  breakGlassId!: string;
}

@InputType({ description: 'What the privacy officer found of an opening of a case.' })
export class ReviewBreakGlassInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the opening.' })
  breakGlassId!: string;

  @Field(() => BreakGlassVerdict.type, { description: 'The verdict; FURTHER_INQUIRY can be followed by another.' })
  verdict!: BreakGlassVerdict;

  @Field(() => String, {
    nullable: true,
    description: 'Remark for the privacy officers alone, up to 1,000 characters, without a BSN.',
  })
  note?: string | null;
}
