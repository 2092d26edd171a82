import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';
import { GraphQLLocalDate } from '../vocabulary/scalars.js';
import { WithheldReason } from './figure.vocabulary.js';

@ObjectType({ description: 'What a row or column of a figure counts.' })
@Directive('@shareable')
export class FigureLabel {
  @Field(() => String, { description: 'A code that stays the same, such as 0995, 2026-03 or BREACHED.' })
  key!: string;

  @Field(() => String, { description: 'The same in Dutch words.' })
  title!: string;
}

@ObjectType({ description: 'One number of a figure, or why there is none.' })
@Directive('@shareable')
export class FigureCell {
  @Field(() => Float, {
    nullable: true,
    description:
      'The number, in the unit of the figure; null when withheld. Rounded to 5 for an analyst where people are counted.',
  })
  value!: number | null;

  @Field(() => WithheldReason.type, { nullable: true, description: 'Why there is no number; null when there is one.' })
  whyWithheld!: WithheldReason | null;
}

@ObjectType({ description: 'One row of a figure.' })
@Directive('@shareable')
export class FigureRow extends FigureLabel {
  @Field(() => [FigureCell], { description: 'A cell for each column, in the same order.' })
  cells!: FigureCell[];

  @Field(() => FigureCell, {
    nullable: true,
    description: 'The whole row; null where its cells do not add up to anything.',
  })
  total!: FigureCell | null;
}

@ObjectType({
  description:
    'A figure of a dashboard: exact for a broker of the region; for an analyst with what says too much of few withheld, and only of years that are over.',
})
@Directive('@shareable')
export class Figure {
  @Field(() => String, { description: 'Name of the figure, that of the query and of its export.' })
  name!: string;

  @Field(() => String, { description: 'What it counts, in Dutch.' })
  title!: string;

  @Field(() => String, { description: 'Key of the youth region.' })
  region!: string;

  @Field(() => Int, { description: 'The calendar year that it is about.' })
  year!: number;

  @Field(() => GraphQLLocalDate, {
    description: 'What had happened by the end of this day is counted; for an analyst the last day of the year.',
  })
  asOf!: string;

  @Field(() => String, { description: 'What the numbers are, in Dutch: kinderen, dagen, euro.' })
  unit!: string;

  @Field(() => [FigureLabel], { description: 'The columns.' })
  columns!: FigureLabel[];

  @Field(() => [FigureRow], { description: 'The rows: every one there can be, so that a missing row tells nothing.' })
  rows!: FigureRow[];

  @Field(() => FigureRow, {
    nullable: true,
    description: 'All rows together; null where they do not add up to anything.',
  })
  total!: FigureRow | null;

  @Field(() => [String], { description: 'How it is counted, in Dutch sentences.' })
  howCounted!: string[];

  @Field(() => [String], { description: 'Where it does not add up or is easily misread, in Dutch sentences.' })
  doesNotAddUp!: string[];

  @Field(() => [String], { description: 'What is taken for granted besides what was counted, in Dutch sentences.' })
  assumptions!: string[];
}
