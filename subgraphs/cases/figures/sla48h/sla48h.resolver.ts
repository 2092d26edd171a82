import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { FigureArgs } from '../../../../figures/figure-args.js';
import { Figure } from '../../../../figures/figure.type.js';
import type { CasesContext } from '../../context.js';
import { Sla48hGrouping } from './sla48h.vocabulary.js';

@Resolver()
export class Sla48hResolver {
  @Query(() => Figure, {
    nullable: true,
    description:
      'How the promise of a first contact within 48 hours was kept: met, breached, still open, ended before it. NOT_FOUND for a region that is not yours.',
  })
  sla48h(
    @Args(() => FigureArgs) args: FigureArgs,
    @Arg('by', () => Sla48hGrouping.type, { description: 'What the rows are.' }) by: Sla48hGrouping,
    @Ctx() { caller, services }: CasesContext,
  ): Promise<Figure> {
    return services.sla48h.sla48h(caller, args, by);
  }
}
