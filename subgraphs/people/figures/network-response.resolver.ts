import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { FigureArgs } from '../../../figures/figure-args.js';
import { Figure } from '../../../figures/figure.type.js';
import type { PeopleContext } from '../context.js';
import { NetworkResponseGrouping } from './network-response.vocabulary.js';

@Resolver()
export class NetworkResponseResolver {
  @Query(() => Figure, {
    nullable: true,
    description:
      'How the network answers what it is asked: whether somebody called back within 48 hours, what was answered and escalated. By team for brokers only: FORBIDDEN for an analyst.',
  })
  networkResponse(
    @Args(() => FigureArgs) args: FigureArgs,
    @Arg('by', () => NetworkResponseGrouping.type, { description: 'What the rows are.' }) by: NetworkResponseGrouping,
    @Ctx() { caller, services }: PeopleContext,
  ): Promise<Figure> {
    return services.networkResponse.networkResponse(caller, args, by);
  }
}
