import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';
import { AgeBand } from './age-band.js';
import { LadderRung } from './ladder.js';
import { GraphQLLocalDate } from './scalars.js';

/** What the subgraphs count for a theme: its codes, in a region and a year. */
@ObjectType()
export abstract class AgendaQuestionFields {
  @Field(() => String, { description: 'Key of the youth region.' })
  region!: string;

  @Field(() => Int, { description: 'The calendar year.' })
  year!: number;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'What had happened by the end of this day is counted; null for today.',
  })
  asOf!: string | null;

  @Field(() => [LadderRung.type], { description: 'The rungs that the theme is about.' })
  rungs!: readonly LadderRung[];

  @Field(() => [AgeBand.type], { description: 'The ages that the theme is about.' })
  ageBands!: readonly AgeBand[];
}
