import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { KeyedAnswer } from '../../../platform/idempotency/keyed-answer.js';
import { AgeBand, ageBandOf } from '../../../vocabulary/age-band.js';
import { DeclineReason } from '../../../vocabulary/decline-reason.js';
import { findRegion } from '../../../vocabulary/places/region.js';
import { Municipality, municipality } from '../../../vocabulary/places/municipality.js';
import { GraphQLDateTime, Postcode4 } from '../../../vocabulary/scalars.js';
import { borrow, Hold, Offer, Organisation } from '../borrowed-types.js';
import type { SeenReferral } from './reading/referral.read-model.js';
import { ReferralState, SharingGround } from './referral.vocabulary.js';
import { ReferredNeed, toReferredNeed } from './referred-need.type.js';

@ObjectType({
  description:
    'A referral (verwijzing): a case that is put before one provider, under a pseudonym that this provider alone knows. Withdrawn, expired or without a ground any more, it is gone for the provider; after a no nothing is told of the child, after a yes also where it lives.',
})
@Directive('@key(fields: "id")')
export class Referral {
  @Field(() => ID, { description: 'Identifier of the referral in the hub; of the case it tells nothing.' })
  id!: string;

  /** Not a field: the case, where the caller may know it. */
  caseId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What this provider calls the child, to say over the telephone, such as 7K3M-Q9TX: the same each time that it hears of this child; another provider knows another.',
  })
  pseudonym!: string;

  @Field(() => ReferralState.type, { nullable: true, description: 'Where it stands at this moment.' })
  state!: ReferralState;

  @Field(() => Organisation, { nullable: true, description: 'The organisation before which the case is put.' })
  organisation!: Organisation;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the youth region where the child lives: its brokers can be asked.',
  })
  region!: string | null;

  @Field(() => AgeBand.type, {
    nullable: true,
    description: 'Band of the age that the child reaches in this calendar year (Europe/Amsterdam); null above 27.',
  })
  ageBand!: AgeBand | null;

  @Field(() => Municipality, {
    nullable: true,
    description:
      'The municipality where the child lives: told to the provider once it said yes. Who works on the case reads it there.',
  })
  municipality!: Municipality | null;

  @Field(() => Postcode4, {
    nullable: true,
    description:
      'The postcode area where the child lives: told to the provider once it said yes, unless special precautions hold. Who works on the case reads it there.',
  })
  postcode4!: string | null;

  @Field(() => ReferredNeed, { nullable: true, description: 'What help is sought; null while it is not described.' })
  need!: ReferredNeed | null;

  @Field(() => SharingGround.type, { nullable: true, description: 'On what ground the need may be told.' })
  ground!: SharingGround;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the case was put before the provider.' })
  madeAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it expires; it ends before when it is withdrawn or its ground ends.',
  })
  expiresAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was withdrawn; null when it was not.' })
  withdrawnAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the provider said yes; null while it did not.' })
  acceptedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the provider said no; null while it did not.' })
  declinedAt!: Date | null;

  @Field(() => DeclineReason.type, { nullable: true, description: 'Why the provider said no; null while it did not.' })
  declineReason!: DeclineReason | null;

  @Field(() => Offer, { nullable: true, description: 'The offer that it is about, where one was named.' })
  offer!: Offer | null;

  @Field(() => Hold, { nullable: true, description: 'The hold that was placed for the child, where one was named.' })
  hold!: Hold | null;
}

export const { NodeConnection: ReferralConnection } = connectionTypes('Referral', () => Referral);

@ObjectType({ description: 'The answer to a step of a referral.' })
export class ReferralStep extends KeyedAnswer {
  @Field(() => Referral, { nullable: true, description: 'The referral as it stands now.' })
  referral!: Referral | null;
}

/** A referral as it may be shown. */
export function toReferral(row: SeenReferral): Referral {
  const { id, caseId, pseudonym, state, ground, madeAt, expiresAt, withdrawnAt } = row;
  const { acceptedAt, declinedAt, declineReason } = row;
  return {
    ...{ id, caseId, pseudonym, state, ground, madeAt, expiresAt, withdrawnAt, acceptedAt, declinedAt, declineReason },
    organisation: { id: row.organisationId },
    region: row.region === null ? null : (findRegion(row.region)?.name ?? null),
    ageBand: row.age === null ? null : ageBandOf(row.age),
    municipality: row.homeMunicipalityCode === null ? null : municipality(row.homeMunicipalityCode),
    postcode4: row.homePostcode4,
    need: toReferredNeed(row),
    offer: borrow(row.offerId),
    hold: borrow(row.holdId),
  };
}
