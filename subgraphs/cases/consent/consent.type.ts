import { Field, ID, Int, ObjectType } from 'type-graphql';
import { KeyedAnswer } from '../../../platform/idempotency/keyed-answer.js';
import { GraphQLDateTime } from '../../../vocabulary/scalars.js';
import { Organisation } from '../borrowed-types.js';
import type { RecordedRow } from './consent.store.js';
import { ConsentParty, ConsentPurpose } from './consent.vocabulary.js';

@ObjectType({ description: 'Consent (toestemming) to something that is done for the child of a case.' })
export class Consent {
  @Field(() => ID, { description: 'Identifier of the consent in the hub.' })
  id!: string;

  @Field(() => ConsentParty.type, { description: 'Who gave it.' })
  by!: ConsentParty;

  @Field(() => ConsentPurpose.type, { description: 'What it is for.' })
  purpose!: ConsentPurpose;

  @Field(() => GraphQLDateTime, { description: 'When it was given.' })
  givenAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Until when it holds; null until it is withdrawn.' })
  validUntil!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was withdrawn; null when it was not.' })
  withdrawnAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it holds at this moment.' })
  isValid!: boolean;

  @Field(() => GraphQLDateTime, { description: 'When it was written down.' })
  recordedAt!: Date;

  @Field(() => Organisation, { nullable: true, description: 'The organisation that wrote it down.' })
  recordedByOrganisation!: Organisation;
}

@ObjectType({ description: 'The answer to consent that was recorded.' })
export class RecordedConsent extends KeyedAnswer {
  @Field(() => Consent, { nullable: true, description: 'The consent as it stands now.' })
  consent!: Consent | null;
}

@ObjectType({ description: 'The answer to consent that was withdrawn.' })
export class WithdrawnConsent extends KeyedAnswer {
  @Field(() => [Consent], { description: 'What was withdrawn, as it stands now.' })
  consents!: Consent[];

  @Field(() => Int, { description: 'How many referrals rested on it: no provider sees them any more.' })
  endedReferralCount!: number;
}

/** A consent as it may be shown. */
export function toConsent(row: RecordedRow): Consent {
  const { id, by, purpose, givenAt, validUntil, withdrawnAt, isValid, recordedAt, recordedByOrganisationId } = row;
  return {
    ...{ id, by, purpose, givenAt, validUntil, withdrawnAt, isValid, recordedAt },
    recordedByOrganisation: { id: recordedByOrganisationId },
  };
}
