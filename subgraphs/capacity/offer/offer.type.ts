import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { entityDescriptions } from '../../../vocabulary/entity-descriptions.js';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { Characteristic, LegalFramework, PlaceFeature, Sex, TimeWindow } from '../../../vocabulary/child.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { municipality, Municipality } from '../../../vocabulary/places/municipality.js';
import { GraphQLDateTime, LanguageTag } from '../../../vocabulary/scalars.js';
import type { Availability } from '../availability/availability.type.js';
import { CapacityModel, CapacityUnit } from '../availability/capacity-codes.js';
import type { OfferRow } from './offer.entity.js';

@ObjectType({
  description: entityDescriptions.Offer,
})
@Directive('@key(fields: "id")')
export class Offer {
  @Field(() => ID, { description: 'Identifier of the offer in the hub.' })
  id!: string;

  /** Not fields: what the resolvers need to find the rest. */
  organisationId!: string;
  siteId!: string;
  key!: string;
  /** The availability at the moment of a search, when the offer was found by one. */
  assessed!: Availability | null;

  @Field(() => String, { description: 'Name of the offer, in Dutch.' })
  title!: string;

  @Field(() => String, { description: 'What the offer does, in Dutch.' })
  description!: string;

  @Field(() => LadderRung.type, { description: 'Rung of the ladder as close to home as possible.' })
  rung!: LadderRung;

  @Field(() => LadderRung.type, {
    nullable: true,
    description: 'Of a tailored arrangement: the rung on which the child lives with it.',
  })
  homeRung!: LadderRung | null;

  @Field(() => String, {
    description: 'Product category of the iJw standard (code list JZ020), two digits, such as 45.',
  })
  category!: string;

  @Field(() => String, { description: 'Product code within the category, 1 to 5 characters, free per municipality.' })
  productCode!: string;

  @Field(() => Boolean, { description: 'Whether this is a crisis place: its figures grow old in hours.' })
  isCrisis!: boolean;

  @Field(() => Int, { description: 'Youngest age, in whole years.' })
  ageMin!: number;

  @Field(() => Int, { description: 'Oldest age, in whole years, inclusive.' })
  ageMax!: number;

  @Field(() => Sex.type, { nullable: true, description: 'The only sex that is taken in; null takes everyone.' })
  sex!: Sex | null;

  @Field(() => [Characteristic.type], { description: 'For whom the offer is meant; an empty list is for everyone.' })
  targetGroups!: Characteristic[];

  @Field(() => [Characteristic.type], { description: 'With which characteristics nobody is taken in.' })
  exclusions!: Characteristic[];

  @Field(() => [LegalFramework.type], { description: 'The legal grounds under which help can be given.' })
  legalFrameworks!: LegalFramework[];

  @Field(() => Int, { description: 'How many children of one family can be taken in together.' })
  childrenTogether!: number;

  @Field(() => [TimeWindow.type], {
    description: 'The parts of the week in which help is given; an empty list sets no bound.',
  })
  timeWindows!: TimeWindow[];

  @Field(() => CapacityUnit.type, { description: 'In what capacity is counted.' })
  unit!: CapacityUnit;

  @Field(() => CapacityModel.type, { description: 'How capacity comes about.' })
  capacityModel!: CapacityModel;

  @Field(() => [Municipality], { description: 'The municipalities in which help is given.' })
  workingArea!: Municipality[];

  @Field(() => [Municipality], { description: 'The municipalities that have a contract for this offer.' })
  contractedMunicipalities!: Municipality[];

  @Field(() => [LanguageTag], { description: 'Languages in which help is given.' })
  languages!: string[];

  @Field(() => [PlaceFeature.type], { description: 'Features of the place or household.' })
  placeFeatures!: PlaceFeature[];

  @Field(() => GraphQLDateTime, {
    description: 'When what is said of the offer itself last changed; its figures have a moment of their own.',
  })
  changedAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the offer was taken out of the lists (retired); null while it is given.',
  })
  retiredAt!: Date | null;
}

const { NodeEdge, NodeConnection } = connectionTypes('Offer', () => Offer);
export const OfferEdge = NodeEdge;
export const OfferConnection = NodeConnection;

/** An offer as it may be shown; `assessed` is its availability at the moment of a search. */
/** As much of an offer as stands for one that its asker is known to see. */
export type OfferKey = Pick<Offer, 'id' | 'assessed'>;

export function toOffer(row: OfferRow, assessed: Availability | null = null): Offer {
  return {
    ...row,
    workingArea: row.workingArea.map(municipality),
    contractedMunicipalities: row.contractedMunicipalities.map(municipality),
    assessed,
  };
}
