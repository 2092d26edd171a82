import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { FigureArgs } from '../../../figures/figure-args.js';
import { Figure } from '../../../figures/figure.type.js';
import type { PeopleContext } from '../context.js';
import { DuoUseGrouping } from './duo-use.vocabulary.js';

@Resolver()
export class DuoUseResolver {
  @Query(() => Figure, {
    nullable: true,
    description:
      'How many duos went to families, and for how many hours and weeks. It tells of no family and no professional.',
  })
  duoUse(
    @Args(() => FigureArgs) args: FigureArgs,
    @Arg('by', () => DuoUseGrouping.type, { description: 'What the rows are.' }) by: DuoUseGrouping,
    @Ctx() { caller, services }: PeopleContext,
  ): Promise<Figure> {
    return services.duoUse.duoUse(caller, args, by);
  }
}
