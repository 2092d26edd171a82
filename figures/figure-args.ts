import { ArgsType, Field, Int } from 'type-graphql';
import { GraphQLLocalDate } from '../vocabulary/scalars.js';

/** What every figure is asked by. */
@ArgsType()
export class FigureArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Key of the youth region, such as flevoland; your own unless given, and no other is answered.',
  })
  region!: string | null | undefined;

  @Field(() => Int, {
    description: 'The calendar year, such as 2026. An analyst gets numbers of a year that is over only.',
  })
  year!: number;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'Count what had happened by the end of this day; today unless given. For an analyst it is always the last day of the year.',
  })
  asOf!: string | null | undefined;
}
