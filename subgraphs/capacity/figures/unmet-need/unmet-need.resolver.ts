import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { FigureArgs } from '../../../../figures/figure-args.js';
import { Figure } from '../../../../figures/figure.type.js';
import type { CapacityContext } from '../../context.js';
import { UnmetNeedGrouping } from './unmet-need.vocabulary.js';

@Resolver()
export class UnmetNeedResolver {
  @Query(() => Figure, {
    nullable: true,
    description:
      'For how many children of a region a search found no option on a rung that was sought, why, and what came of it.',
  })
  unmetNeed(
    @Args(() => FigureArgs) args: FigureArgs,
    @Arg('by', () => UnmetNeedGrouping.type, { description: 'What the rows are.' }) by: UnmetNeedGrouping,
    @Ctx() { caller, services }: CapacityContext,
  ): Promise<Figure> {
    return services.unmetNeedFigures.unmetNeed(caller, args, by);
  }
}
