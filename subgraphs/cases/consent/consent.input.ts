import { Field, ID, InputType } from 'type-graphql';
import { idempotencyKeyText } from '../../../platform/idempotency/idempotency-key-text.js';
import { GraphQLDateTime } from '../../../vocabulary/scalars.js';
import { ConsentParty, ConsentPurpose } from './consent.vocabulary.js';

@InputType({ description: 'Whose consent it is, for which case and what.' })
export abstract class ConsentAbout {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the case.' })
  caseId!: string;

  @Field(() => ConsentParty.type, { description: 'Who gave it.' })
  by!: ConsentParty;

  @Field(() => ConsentPurpose.type, { description: 'What it is for.' })
  purpose!: ConsentPurpose;
}

@InputType({ description: 'Consent that was given.' })
export class RecordConsentInput extends ConsentAbout {
  @Field(() => GraphQLDateTime, { description: 'When it was given; not ahead.' })
  givenAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when it holds, ahead; without it until it is withdrawn.',
  })
  validUntil?: Date | null;
}

@InputType({ description: 'Consent that is withdrawn: all that this party gave for this case and purpose.' })
export class WithdrawConsentInput extends ConsentAbout {}
