import { Field, InputType, Int } from 'type-graphql';
import { GraphQLDateTime, GraphQLLocalDate, GraphQLSafeInt } from '../../../../vocabulary/scalars.js';
import { CapacityStatus, CapacityUnit } from '../../availability/capacity-codes.js';
import type { PublishedReport } from './publication.rules.js';

@InputType({
  description: 'What a provider says of one offer. A report that cannot be is refused by itself; the others stand.',
})
export class CapacityReportInput {
  @Field(() => String, { description: "The provider's own key of the offer." })
  offerKey!: string;

  @Field(() => GraphQLSafeInt, {
    description:
      'A number that rises with each report of this offer by this sender, 0 or more: a count or the time in milliseconds. An older one is OUTDATED.',
  })
  sequence!: number;

  @Field(() => CapacityStatus.type, { description: 'What there is; HAS_CAPACITY needs `available` of at least 1.' })
  status!: CapacityStatus;

  @Field(() => Int, { description: 'Free at this moment, in `unit`: 0 up to `maximum`.' })
  available!: number;

  @Field(() => Int, {
    description:
      'Size of the offer, in `unit`, at most 10,000. It may be lowered below what is held: the offer is then shown as overcommitted.',
  })
  maximum!: number;

  @Field(() => CapacityUnit.type, { description: 'In what is counted; that of the offer.' })
  unit!: CapacityUnit;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Day on which something is expected to be free.' })
  nextAvailableOn?: string | null;

  @Field(() => Int, { nullable: true, description: 'Children waiting, 0 to 10,000.' })
  waitlistCount?: number | null;

  @Field(() => Int, { nullable: true, description: 'Expected wait in days, 0 to 3,650.' })
  waitEstimateDays?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'A remark for colleagues of at most 500 characters; nothing about a child, no BSN.',
  })
  note?: string | null;
}

@InputType({ description: 'Figures of up to 500 offers of one organisation.' })
export class PublishCapacityInput {
  @Field(() => String, {
    description:
      'Your own key for this request, 1 to 200 characters: sent again with the same content it gives the same answer, for seven days.',
  })
  idempotencyKey!: string;

  @Field(() => GraphQLDateTime, {
    description: 'The moment that the figures speak of; not more than five minutes ahead, and never back.',
  })
  asOf!: Date;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'All or nothing: when one report is REJECTED or OUTDATED, none is stored, and the others say so.',
  })
  isAtomic!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'A rehearsal: everything is checked and answered as if in earnest, nothing is stored.',
  })
  isRehearsal!: boolean;

  @Field(() => [CapacityReportInput], { description: '1 to 500 reports, each of another offer.' })
  reports!: CapacityReportInput[];
}

export function toPublishedReport(input: CapacityReportInput): PublishedReport {
  const { offerKey, sequence, status, available, maximum, unit } = input;
  return {
    offerKey,
    sequence,
    asOf: null,
    status,
    available,
    maximum,
    unit,
    nextAvailableOn: input.nextAvailableOn ?? null,
    waitlistCount: input.waitlistCount ?? null,
    waitEstimateDays: input.waitEstimateDays ?? null,
    note: input.note ?? null,
  };
}
