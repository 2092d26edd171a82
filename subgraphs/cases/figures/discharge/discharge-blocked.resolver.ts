import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { FigureArgs } from '../../../../figures/figure-args.js';
import { Figure } from '../../../../figures/figure.type.js';
import type { CasesContext } from '../../context.js';
import { DischargeGrouping } from './discharge-blocked.vocabulary.js';

@Resolver()
export class DischargeBlockedResolver {
  @Query(() => Figure, {
    nullable: true,
    description:
      'How many placements could be left and are not, by what stands in the way, and for how many days. As it stood on one day of the year: its last, or today, unless another is given.',
  })
  dischargeBlocked(
    @Args(() => FigureArgs) args: FigureArgs,
    @Arg('by', () => DischargeGrouping.type, { description: 'What the rows are.' }) by: DischargeGrouping,
    @Ctx() { caller, services }: CasesContext,
  ): Promise<Figure> {
    return services.dischargeBlocked.dischargeBlocked(caller, args, by);
  }
}
