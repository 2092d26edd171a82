import { Field, ObjectType } from 'type-graphql';
import {
  GraphQLDateTime,
  GraphQLLocalDate,
  GraphQLNonNegativeInt,
  GraphQLSafeInt,
} from '../../../vocabulary/scalars.js';
import { CapacityStatus, CapacityUnit, PublishMethod } from '../availability/capacity-codes.js';
import type { CapacityReportRow } from './capacity-report.entity.js';

@ObjectType({ description: 'A figure as its provider gave it (capaciteitsmelding). Reports are added, never changed.' })
export class CapacityReport {
  @Field(() => GraphQLSafeInt, {
    nullable: true,
    description: 'The number that its sender gave it, for the own organisation only: with it a report is withdrawn.',
  })
  sequence!: number | null;

  @Field(() => GraphQLDateTime, { description: 'The moment that the figure speaks of.' })
  asOf!: Date;

  @Field(() => GraphQLDateTime, { description: 'When the hub received it.' })
  receivedAt!: Date;

  @Field(() => PublishMethod.type, { description: 'How it reached the hub.' })
  method!: PublishMethod;

  @Field(() => CapacityStatus.type, { description: 'What the provider said.' })
  status!: CapacityStatus;

  @Field(() => GraphQLNonNegativeInt, { description: 'Free, in `unit`; at most `maximum`.' })
  available!: number;

  @Field(() => GraphQLNonNegativeInt, { description: 'Size of the offer, in `unit`.' })
  maximum!: number;

  @Field(() => CapacityUnit.type, { description: 'In what is counted.' })
  unit!: CapacityUnit;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Day on which something is expected to be free.' })
  nextAvailableOn!: string | null;

  @Field(() => GraphQLNonNegativeInt, { nullable: true, description: 'Children waiting.' })
  waitlistCount!: number | null;

  @Field(() => GraphQLNonNegativeInt, { nullable: true, description: 'Expected wait, in days.' })
  waitEstimateDays!: number | null;
}

export function toCapacityReport(row: CapacityReportRow): CapacityReport {
  const {
    sequence,
    asOf,
    receivedAt,
    method,
    status,
    available,
    maximum,
    unit,
    nextAvailableOn,
    waitlistCount,
    waitEstimateDays,
  } = row;
  return {
    sequence,
    asOf,
    receivedAt,
    method,
    status,
    available,
    maximum,
    unit,
    nextAvailableOn,
    waitlistCount,
    waitEstimateDays,
  };
}
