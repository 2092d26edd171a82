import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../../platform/paging/pages.js';
import { GraphQLDateTime } from '../../../../vocabulary/scalars.js';
import { Organisation } from '../../borrowed-types.js';
import type { BoardLine } from './freshness-board.read-model.js';
import { isNonCompliant } from './freshness-board.rules.js';

@ObjectType({ description: 'How one provider keeps its figures up to date in a region.' })
export class FreshnessLine {
  @Field(() => Organisation, { nullable: true, description: 'The provider.' })
  organisation!: Organisation | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The moment of its newest figure; null without one. What a broker heard by telephone does not count.',
  })
  lastReportAt!: Date | null;

  @Field(() => Int, { description: 'Its offers that serve the region now.' })
  offerCount!: number;

  @Field(() => Float, { description: 'The share of those whose figure is FRESH now, 0 to 1.' })
  freshShare!: number;

  @Field(() => Int, {
    description: 'Days of the month that count: those that are over, from the day of its first offer on.',
  })
  daysCounted!: number;

  @Field(() => Int, { description: 'Of those, the days of which it gave no figure of any offer in the region.' })
  daysWithoutUpdate!: number;

  @Field(() => Int, { description: 'The most of such days that follow on each other within the month.' })
  longestGapDays!: number;

  @Field(() => Boolean, {
    description: 'Whether it fails the rule of Colorado: no update on two days in a row, or on five days of the month.',
  })
  isNonCompliant!: boolean;
}

const { NodeEdge, NodeConnection } = connectionTypes('FreshnessLine', () => FreshnessLine);
export const FreshnessLineEdge = NodeEdge;
export const FreshnessLineConnection = NodeConnection;

export function toFreshnessLine({ organisationId, freshCount, ...line }: BoardLine): FreshnessLine {
  return {
    ...line,
    organisation: { id: organisationId },
    freshShare: line.offerCount === 0 ? 0 : freshCount / line.offerCount,
    isNonCompliant: isNonCompliant(line),
  };
}
