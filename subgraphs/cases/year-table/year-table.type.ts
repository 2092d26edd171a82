import { Field, Int, ObjectType } from 'type-graphql';
import { Municipality } from '../../../vocabulary/places/municipality.js';
import { YearTableCheckCode, YearTableSectionKind } from './year-table.vocabulary.js';

@ObjectType({ description: 'One number of the year table.' })
export class YearTableCell {
  @Field(() => Municipality, { description: 'The column.' })
  municipality!: Municipality;

  @Field(() => Int, {
    nullable: true,
    description: 'How many children; null when suppressed. Rounded to 5 for those who see small cells suppressed.',
  })
  count!: number | null;

  @Field(() => Boolean, {
    description:
      'Whether the number is withheld because it, zero or not, or a number beside it says too much of few children.',
  })
  isSuppressed!: boolean;
}

@ObjectType({ description: 'One row of the year table.' })
export class YearTableRow {
  @Field(() => String, {
    description:
      'What is counted: CONSULTATIONS, or a kind of referrer, intervention or result; OTHER takes the other referrers together.',
  })
  key!: string;

  @Field(() => String, { description: 'The words of the year report, in Dutch.' })
  title!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Sum of the cells; null when it is small or would betray a suppressed cell, rounded to 5 where cells are suppressed.',
  })
  total!: number | null;

  @Field(() => [YearTableCell], { description: 'A cell for each municipality of the table, in the same order.' })
  cells!: YearTableCell[];
}

@ObjectType({
  description:
    'A section of the year table. Referrers count by their own municipality, everything else by that of the child.',
})
export class YearTableSection {
  @Field(() => YearTableSectionKind.type, { description: 'Which section.' })
  kind!: YearTableSectionKind;

  @Field(() => String, { description: 'Heading of the year report, in Dutch.' })
  title!: string;

  @Field(() => [YearTableRow], { description: 'The rows, in the order of the year report.' })
  rows!: YearTableRow[];
}

@ObjectType({
  description: 'A finding about figures that do not add up or are easily misread, computed from the consultations.',
})
export class YearTableCheck {
  @Field(() => YearTableCheckCode.type, { description: 'What was found.' })
  code!: YearTableCheckCode;

  @Field(() => String, { description: 'The finding in a Dutch sentence.' })
  text!: string;

  @Field(() => Municipality, {
    nullable: true,
    description: 'The municipality concerned; null where suppressed cells hide which.',
  })
  municipality!: Municipality | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'What the figure is measured by: the children with a consultation, or at least 1; null where cells are suppressed.',
  })
  expected!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The figure found: referrers, interventions, children with a counted result, or consultations; null where cells are suppressed.',
  })
  actual!: number | null;
}

@ObjectType({ description: 'The year report of a region, counted from recorded consultations (distinct children).' })
export class YearTable {
  @Field(() => [Municipality], {
    description:
      'The columns: the municipalities that have consultations, by name; those of the region where every number is suppressed.',
  })
  municipalities!: Municipality[];

  @Field(() => [YearTableSection], { description: 'The sections, in the order of the year report.' })
  sections!: YearTableSection[];

  @Field(() => [YearTableCheck], { description: 'What does not add up, or is easily misread.' })
  checks!: YearTableCheck[];
}
