import { Field, Int, ObjectType } from 'type-graphql';
import { LadderRung } from '../../../../vocabulary/ladder.js';
import { GraphQLDateTime } from '../../../../vocabulary/scalars.js';
import { ExclusionCode } from '../reasons/criteria.rules.js';

@ObjectType({ description: 'How many offers fell out under one hard criterion, the first that they failed.' })
export class CountedExclusion {
  @Field(() => ExclusionCode.type, { description: 'The criterion.' })
  code!: ExclusionCode;

  @Field(() => Int, { description: 'How many offers.' })
  offerCount!: number;
}

@ObjectType({
  description:
    'A lighter form of help of which the search finds no place in time for this child: proposed as NO_CAPACITY, for a person to answer.',
})
export class ChecklistSuggestion {
  @Field(() => LadderRung.type, {
    description: 'Which form of help; a tailored arrangement counts where its home stands.',
  })
  rung!: LadderRung;

  @Field(() => String, { description: 'What the search found, as a Dutch sentence.' })
  text!: string;

  @Field(() => Int, { description: 'How many offers on this rung serve the municipality.' })
  offersConsidered!: number;

  @Field(() => [CountedExclusion], { description: 'Those that do not fit the child, by criterion.' })
  excluded!: CountedExclusion[];

  @Field(() => Int, { description: 'Those that fit and, by a current figure, have no place in time.' })
  fullCount!: number;

  @Field(() => Int, { description: 'Those that fit without a current figure: phone these before answering.' })
  withoutFigureCount!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The oldest figure on which this rests; null where there is none.',
  })
  oldestFigureAt!: Date | null;
}
