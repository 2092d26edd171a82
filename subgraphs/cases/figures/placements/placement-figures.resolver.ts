import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { FigureArgs } from '../../../../figures/figure-args.js';
import { Figure } from '../../../../figures/figure.type.js';
import type { CasesContext } from '../../context.js';
import { PlacementGrouping } from './placement-figures.vocabulary.js';

@Resolver()
export class PlacementFiguresResolver {
  @Query(() => Figure, {
    nullable: true,
    description: 'How many children live in a residential group or secure care, month by month, under 12 and older.',
  })
  residentialCount(
    @Args(() => FigureArgs) args: FigureArgs,
    @Ctx() { caller, services }: CasesContext,
  ): Promise<Figure> {
    return services.placementFigures.residentialCount(caller, args);
  }

  @Query(() => Figure, {
    nullable: true,
    description: 'How many placements began and ended on each rung of the ladder, month by month.',
  })
  ladderShift(@Args(() => FigureArgs) args: FigureArgs, @Ctx() { caller, services }: CasesContext): Promise<Figure> {
    return services.placementFigures.ladderShift(caller, args);
  }

  @Query(() => Figure, {
    nullable: true,
    description: 'How many of those who came to live in a group came from a foster family, directly or earlier.',
  })
  fosterToResidential(
    @Args(() => FigureArgs) args: FigureArgs,
    @Arg('by', () => PlacementGrouping.type, { description: 'What the rows are.' }) by: PlacementGrouping,
    @Ctx() { caller, services }: CasesContext,
  ): Promise<Figure> {
    return services.placementFigures.fosterToResidential(caller, args, by);
  }

  @Query(() => Figure, {
    nullable: true,
    description:
      'How stays in a foster family ended: as planned, broken down, or otherwise. The share that broke down is the risk.',
  })
  fosterEndings(
    @Args(() => FigureArgs) args: FigureArgs,
    @Arg('by', () => PlacementGrouping.type, { description: 'What the rows are.' }) by: PlacementGrouping,
    @Ctx() { caller, services }: CasesContext,
  ): Promise<Figure> {
    return services.placementFigures.fosterEndings(caller, args, by);
  }
}
