import { Field, ID, InputType } from 'type-graphql';
import { idempotencyKeyText } from '../../../platform/idempotency/idempotency-key-text.js';
import { NeedInput } from '../options/need/need.input.js';

@InputType({ description: 'A search that is to be kept.' })
export class SaveSearchInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => NeedInput, { description: 'What help is needed, in codes only.' })
  need!: NeedInput;

  @Field(() => ID, {
    nullable: true,
    description:
      'Identifier of the case that it is for; it goes with the case. Null for a search that belongs to none.',
  })
  caseId?: string | null;
}

@InputType({ description: 'A search that is kept.' })
export class SavedSearchInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the search.' })
  searchId!: string;
}
