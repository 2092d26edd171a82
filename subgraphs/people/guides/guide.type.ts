import { Field, Int, ObjectType } from 'type-graphql';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { GraphQLLocalDate } from '../../../vocabulary/scalars.js';
import { OrganisationKind } from '../organisation/organisation.vocabulary.js';
import { TeamKind } from '../team/team.vocabulary.js';
import { WayfinderSituation } from './guide.vocabulary.js';

const sourceText =
  'The document that it is drawn from; null for what no document says, and the region may settle otherwise.';

@ObjectType({ description: 'One step of the wayfinder: what to do, with whom, and by when.' })
export class WayfinderStep {
  /** Not a field: in the municipalities of this region the teams are found. */
  region!: string;

  @Field(() => Int, { description: 'Its place among the steps of the situation, from 1.' })
  position!: number;

  @Field(() => String, { description: 'What to do, in Dutch.' })
  task!: string;

  @Field(() => String, { description: 'Who does it, in Dutch.' })
  who!: string;

  @Field(() => [OrganisationKind.type], { description: 'What kinds of organisations take part in it.' })
  organisationKinds!: readonly OrganisationKind[];

  @Field(() => [TeamKind.type], { description: 'What kinds of teams can be asked.' })
  teamKinds!: readonly TeamKind[];

  @Field(() => String, { description: 'By when, in Dutch.' })
  byWhen!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Within how many hours, where that is agreed; null where it hangs on something else.',
  })
  withinHours!: number | null;

  @Field(() => String, { nullable: true, description: sourceText })
  source!: string | null;
}

@ObjectType({ description: 'The way through a situation (wegwijzer), as a region keeps it.' })
export class Wayfinder {
  @Field(() => WayfinderSituation.type, { description: 'The situation.' })
  situation!: WayfinderSituation;

  @Field(() => String, { description: 'Key of the youth region that keeps it.' })
  region!: string;

  @Field(() => GraphQLLocalDate, { description: 'On which day the region last confirmed it.' })
  checkedOn!: string;

  @Field(() => [WayfinderStep], { description: 'The steps, in the order in which they are taken.' })
  steps!: readonly WayfinderStep[];
}

@ObjectType({ description: 'Something to weigh before help of a rung is chosen.' })
export class WeighingPoint {
  @Field(() => String, { description: 'The question to answer with the child and the family, in Dutch.' })
  question!: string;

  @Field(() => String, { description: 'Why it matters, in Dutch.' })
  why!: string;

  @Field(() => String, { nullable: true, description: sourceText })
  source!: string | null;
}

@ObjectType({
  description: 'What to weigh before help of a rung is chosen (afwegingshandreiking), as a region keeps it.',
})
export class WeighingGuide {
  @Field(() => LadderRung.type, { description: 'The rung.' })
  rung!: LadderRung;

  @Field(() => String, { description: 'Key of the youth region that keeps it.' })
  region!: string;

  @Field(() => GraphQLLocalDate, { description: 'On which day the region last confirmed it.' })
  checkedOn!: string;

  @Field(() => [WeighingPoint], { description: 'What to weigh, the most telling first.' })
  points!: readonly WeighingPoint[];
}
