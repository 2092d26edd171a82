import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../../platform/paging/pages.js';
import { GraphQLDateTime } from '../../../vocabulary/scalars.js';
import { Organisation } from '../borrowed-types.js';
import { Offer } from '../offer/offer.type.js';
import { ExclusionCode } from './reasons/criteria.rules.js';
import { MissingReason } from './reasons/missing-reason.js';
import { ReasonCode } from './reasons/reasons.rules.js';
import type { UnmetSearch } from './unmet/unmet.rules.js';

@ObjectType({ description: 'A reason, as code and as Dutch sentence.' })
export class Reason {
  @Field(() => ReasonCode.type, { description: 'The reason as code.' })
  code!: ReasonCode;

  @Field(() => String, { description: 'The reason as a Dutch sentence for the broker.' })
  text!: string;
}

@ObjectType('OptionEdge', { description: 'An offer that passed every hard criterion, at its place in the order.' })
export class Option {
  @Field(() => String, { description: 'Pass as `after` to read on from here, evaluated at the same instant.' })
  cursor!: string;

  @Field(() => Int, { description: 'Place in the order, 1 is first. An ordering by rule, not a chance of success.' })
  rank!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Distance between the centres of the postcode areas of site and home, km; null when home is not given.',
  })
  distanceToHomeKm!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Distance between the centres of the postcode areas of site and school, km; null when not given.',
  })
  distanceToSchoolKm!: number | null;

  @Field(() => [Reason], { description: 'Why it stands here, in the order of the ranking.' })
  reasons!: Reason[];

  @Field(() => Offer, { description: 'The offer, with its availability at the instant of evaluation.' })
  node!: Offer;
}

@ObjectType({ description: 'The first of a list of offers, and how many there are.' })
export class OfferList {
  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;

  @Field(() => [Offer], { description: 'The first of them, by title; at most 100.' })
  nodes!: Offer[];
}

@ObjectType({ description: 'The offers that fell out under one criterion, the first that they failed.' })
export class ExcludedOffers {
  /** Not a field: the first hundred, by title. */
  offerIds!: readonly string[];

  @Field(() => ExclusionCode.type, { description: 'The criterion.' })
  code!: ExclusionCode;

  @Field(() => String, { description: 'The criterion as a Dutch sentence for the broker.' })
  text!: string;

  @Field(() => Int, { description: 'How many offers fell out under it.' })
  offerCount!: number;
}

@ObjectType({
  description: 'An organisation with an otherwise suitable offer whose figure is stale or unknown: phone it.',
})
export class MissingSource {
  @Field(() => ID, { description: 'Identifier of the organisation.' })
  organisationId!: string;

  @Field(() => Organisation, { nullable: true, description: 'The organisation.' })
  organisation!: Organisation | null;

  @Field(() => MissingReason.type, { description: 'Why its figure does not count.' })
  reason!: MissingReason;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Moment of its newest figure among these offers; null when there was never one.',
  })
  lastReportAt!: Date | null;
}

@ObjectType({ description: 'The first of the organisations that did not answer, and how many there are.' })
export class MissingSourceList {
  @Field(() => Int, { description: 'How many organisations there are in all.' })
  totalCount!: number;

  @Field(() => [MissingSource], { description: 'The first of them, the most recent figure first.' })
  nodes!: MissingSource[];
}

@ObjectType('OptionConnection', {
  description:
    'The suitable options for a need, ordered: contracted first, lightest rung, in time, fresh figures, hours and times met, near home and school, longest not asked.',
})
export class OptionConnection {
  /** Not a field: all organisations that did not answer. */
  missing!: readonly MissingSource[];

  /** Not a field: the rungs on which nothing was found, and on which day. */
  unmet!: UnmetSearch;

  @Field(() => GraphQLDateTime, { description: 'The instant at which all was evaluated; later pages keep it.' })
  evaluatedAt!: Date;

  @Field(() => Int, { description: 'Organisations with an offer that serves the municipality.' })
  organisationsConsidered!: number;

  @Field(() => Int, { description: 'Offers that serve the municipality: options and excluded together.' })
  offersConsidered!: number;

  @Field(() => Int, { description: 'Options in all, over all pages.' })
  totalCount!: number;

  @Field(() => [Option], { description: 'The options of this page, in order.' })
  edges!: Option[];

  @Field(() => [ExcludedOffers], {
    description: 'What fell out, per criterion, in the order in which criteria are applied.',
  })
  excluded!: ExcludedOffers[];

  @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
  pageInfo!: PageInfo;
}
