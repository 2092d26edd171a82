import { Field, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTime, GraphQLLocalDate, GraphQLNonNegativeInt } from '../../../vocabulary/scalars.js';
import { FreshnessState } from '../../../vocabulary/freshness.js';
import { CapacityStatus, CapacityUnit, PublishMethod } from './capacity-codes.js';

@ObjectType({
  description: 'How old a figure is and until when it can be trusted; computed at the moment of asking, never stored.',
})
export class Freshness {
  @Field(() => FreshnessState.type, {
    description: 'FRESH, AGING or STALE by the terms of the rung and method; UNKNOWN without a figure.',
  })
  state!: FreshnessState;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The moment that the figure speaks of; null when nothing is reported.',
  })
  asOf!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'From this moment on the figure is STALE.' })
  expiresAt!: Date | null;

  @Field(() => PublishMethod.type, { nullable: true, description: 'How the figure reached the hub.' })
  method!: PublishMethod | null;
}

@ObjectType({
  description:
    'What an offer can give now: the newest report, less what is held since, unless intake is closed. A stale figure counts as unknown.',
})
export class Availability {
  @Field(() => CapacityStatus.type, { description: 'UNKNOWN when the figure is stale or unknown.' })
  status!: CapacityStatus;

  @Field(() => GraphQLNonNegativeInt, {
    nullable: true,
    description: 'Free now, in `unit`; null when the figure is stale or unknown.',
  })
  available!: number | null;

  @Field(() => GraphQLNonNegativeInt, {
    nullable: true,
    description: 'Size of the offer, in `unit`; null when not known now.',
  })
  maximum!: number | null;

  @Field(() => CapacityUnit.type, { description: 'In what this offer is counted.' })
  unit!: CapacityUnit;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Day on which the provider expects something to be free, as last reported.',
  })
  nextAvailableOn!: string | null;

  @Field(() => GraphQLNonNegativeInt, { nullable: true, description: 'Children waiting, as last reported.' })
  waitlistCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'Expected wait in days, as last reported.' })
  waitEstimateDays!: number | null;

  @Field(() => Boolean, { description: 'Whether intake is closed (opnamestop).' })
  isClosed!: boolean;

  @Field(() => Boolean, {
    description: 'Whether more is held than the provider now has: it lowered its maximum below the live holds.',
  })
  isOvercommitted!: boolean;

  @Field(() => Boolean, {
    description: 'Whether somebody who phoned heard otherwise and the provider has not answered since.',
  })
  isDisputed!: boolean;

  @Field(() => Freshness, { description: 'Age of the figure.' })
  freshness!: Freshness;
}
