import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import { FigureArgs } from '../../../../figures/figure-args.js';
import { Figure } from '../../../../figures/figure.type.js';
import type { CasesContext } from '../../context.js';
import { usuallyStuckFrom } from './stuck-cases.rules.js';
import { StuckGrouping, StuckMeasure } from './stuck-cases.vocabulary.js';

@Resolver()
export class StuckCasesResolver {
  @Query(() => Figure, {
    nullable: true,
    description:
      'For how many children with an open case help is sought in vain, by how long or by how often providers said no. As it stood on one day of the year: its last, or today, unless another is given.',
  })
  stuckCases(
    @Args(() => FigureArgs) args: FigureArgs,
    @Arg('by', () => StuckGrouping.type, { description: 'What the rows are.' }) by: StuckGrouping,
    @Arg('measure', () => StuckMeasure.type, { description: 'What the columns are.' }) measure: StuckMeasure,
    @Arg('fromWeeks', () => Int, {
      defaultValue: usuallyStuckFrom.fromWeeks,
      description: 'Who is sought for so many whole weeks is stuck, 0 to 520. For an analyst always 8.',
    })
    fromWeeks: number,
    @Arg('fromRefusals', () => Int, {
      defaultValue: usuallyStuckFrom.fromRefusals,
      description: 'And who was refused by providers so often, 1 to 100. For an analyst always 3.',
    })
    fromRefusals: number,
    @Ctx() { caller, services }: CasesContext,
  ): Promise<Figure> {
    return services.stuckCases.stuckCases(caller, args, by, measure, { fromWeeks, fromRefusals });
  }
}
