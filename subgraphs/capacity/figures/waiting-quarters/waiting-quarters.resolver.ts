import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { FigureArgs } from '../../../../figures/figure-args.js';
import { Figure } from '../../../../figures/figure.type.js';
import type { CapacityContext } from '../../context.js';

@Resolver()
export class WaitingQuartersResolver {
  @Query(() => Figure, {
    nullable: true,
    description:
      'How long is waited at the end of each quarter for each form of help, in the columns that article 8g of Regeling Jeugdwet asks of providers. For an analyst days are of three providers or more.',
  })
  waitingQuarters(
    @Args(() => FigureArgs) args: FigureArgs,
    @Ctx() { caller, services }: CapacityContext,
  ): Promise<Figure> {
    return services.waitingQuarters.waitingQuarters(caller, args);
  }
}
