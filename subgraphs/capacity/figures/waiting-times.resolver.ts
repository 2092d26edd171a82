import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { FigureArgs } from '../../../figures/figure-args.js';
import { Figure } from '../../../figures/figure.type.js';
import type { CapacityContext } from '../context.js';
import { WaitingGrouping } from './waiting-times.vocabulary.js';

@Resolver()
export class WaitingTimesResolver {
  @Query(() => Figure, {
    nullable: true,
    description:
      'How many wait for the offers that serve a region and how long, and what providers report of it. For an analyst of three providers or more.',
  })
  waitingTimes(
    @Args(() => FigureArgs) args: FigureArgs,
    @Arg('by', () => WaitingGrouping.type, { description: 'What the rows are.' }) by: WaitingGrouping,
    @Ctx() { caller, services }: CapacityContext,
  ): Promise<Figure> {
    return services.waitingTimes.waitingTimes(caller, args, by);
  }
}
