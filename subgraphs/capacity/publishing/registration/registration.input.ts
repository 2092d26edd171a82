import { Field, InputType, Int } from 'type-graphql';
import { Characteristic, LegalFramework, PlaceFeature, Sex, TimeWindow } from '../../../../vocabulary/child.js';
import { LadderRung } from '../../../../vocabulary/ladder.js';
import { LanguageTag, MunicipalityCode, Postcode4 } from '../../../../vocabulary/scalars.js';
import { CapacityModel, CapacityUnit } from '../../availability/capacity-codes.js';

@InputType({
  description:
    'The site from which help is given: an own site by its key, or a municipality and postcode area. An address is never kept.',
})
export class OfferSiteInput {
  @Field(() => String, {
    nullable: true,
    description: 'Your own key of the site. With a municipality and postcode it is registered or changed as well.',
  })
  key?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the site, at most 200 characters.' })
  name?: string | null;

  @Field(() => MunicipalityCode, { nullable: true, description: 'Municipality in which the site stands.' })
  municipalityCode?: string | null;

  @Field(() => Postcode4, { nullable: true, description: 'Postcode area of the site.' })
  postcode4?: string | null;

  @Field(() => String, { nullable: true, description: 'Vestigingsnummer in the trade register (KvK), 12 digits.' })
  establishmentNumber?: string | null;
}

@InputType({ description: 'What an offer is. It replaces all that was registered before.' })
export class OfferDetailsInput {
  @Field(() => String, { description: 'Name of the offer in Dutch, 1 to 200 characters.' })
  title!: string;

  @Field(() => String, { defaultValue: '', description: 'What the offer does, in Dutch; at most 4,000 characters.' })
  description!: string;

  @Field(() => OfferSiteInput, { description: 'From where help is given.' })
  site!: OfferSiteInput;

  @Field(() => LadderRung.type, { description: 'Rung of the ladder; not OWN_HOME or MENTOR_JIM, which nobody offers.' })
  rung!: LadderRung;

  @Field(() => LadderRung.type, {
    nullable: true,
    description: 'Of TAILORED, and of that only: the rung on which the child lives with it.',
  })
  homeRung?: LadderRung | null;

  @Field(() => String, { description: 'Product category of iJw (JZ020), 40 to 55.' })
  category!: string;

  @Field(() => String, { description: 'Product code of iJw, 1 to 5 characters without spaces.' })
  productCode!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is a crisis place.' })
  isCrisis!: boolean;

  @Field(() => Int, { description: 'Youngest age, in whole years.' })
  ageMin!: number;

  @Field(() => Int, { description: 'Oldest age, in whole years, inclusive; at most 27.' })
  ageMax!: number;

  @Field(() => Sex.type, { nullable: true, description: 'The only sex that is taken in; null takes everyone.' })
  sex?: Sex | null;

  @Field(() => [Characteristic.type], { defaultValue: [], description: 'For whom it is meant; empty is for everyone.' })
  targetGroups!: Characteristic[];

  @Field(() => [Characteristic.type], { defaultValue: [], description: 'With what nobody is taken in.' })
  exclusions!: Characteristic[];

  @Field(() => [LegalFramework.type], { description: 'The legal grounds under which help can be given; at least one.' })
  legalFrameworks!: LegalFramework[];

  @Field(() => Int, { defaultValue: 1, description: 'How many children of one family together, 1 to 12.' })
  childrenTogether!: number;

  @Field(() => [TimeWindow.type], { defaultValue: [], description: 'Parts of the week; empty sets no bound.' })
  timeWindows!: TimeWindow[];

  @Field(() => CapacityUnit.type, { description: 'In what is counted; fixed once something was reported.' })
  unit!: CapacityUnit;

  @Field(() => CapacityModel.type, {
    description:
      'How capacity comes about; PLACES counts in PLACE, hours in HOUR_PER_WEEK or DAYDEEL, CASELOAD in the rest.',
  })
  capacityModel!: CapacityModel;

  @Field(() => [MunicipalityCode], { description: 'Municipalities in which help is given; at least one.' })
  workingArea!: string[];

  @Field(() => [MunicipalityCode], { defaultValue: [], description: 'Municipalities that have a contract for it.' })
  contractedMunicipalities!: string[];

  @Field(() => [LanguageTag], { defaultValue: ['nl'], description: 'Languages in which help is given.' })
  languages!: string[];

  @Field(() => [PlaceFeature.type], { defaultValue: [], description: 'Features of the place or household.' })
  placeFeatures!: PlaceFeature[];
}

@InputType({ description: 'One offer by its own key: what it is, or that it has ended.' })
export class OfferRegistrationInput {
  @Field(() => String, { description: 'Your own key of the offer, 1 to 200 characters; it stays the same for good.' })
  key!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'That the offer has ended. Refused while places of it are held: answer those first.',
  })
  isRetired!: boolean;

  @Field(() => OfferDetailsInput, { nullable: true, description: 'What the offer is; not with `isRetired`.' })
  offer?: OfferDetailsInput | null;
}

@InputType({ description: 'Up to 500 offers of one organisation.' })
export class RegisterOffersInput {
  @Field(() => String, {
    description: 'Your own key for this request, 1 to 200 characters: sent again it gives the same answer.',
  })
  idempotencyKey!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'All or nothing: when one offer is REJECTED, none is stored.',
  })
  isAtomic!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'A rehearsal: everything is answered, nothing is stored.' })
  isRehearsal!: boolean;

  @Field(() => [OfferRegistrationInput], { description: '1 to 500 offers, each with another key.' })
  offers!: OfferRegistrationInput[];
}
