import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Figure } from '../../../../figures/figure.type.js';
import type { CasesContext } from '../../context.js';
import { CostBenefitArgs } from './cost-benefit.input.js';

@Resolver()
export class CostBenefitResolver {
  @Query(() => Figure, {
    nullable: true,
    description:
      'How many days children did not live in a group because that was prevented or shortened, and what these days would have cost at the prices that are given. What is taken for granted stands in the answer.',
  })
  costBenefit(
    @Args(() => CostBenefitArgs) args: CostBenefitArgs,
    @Ctx() { caller, services }: CasesContext,
  ): Promise<Figure> {
    return services.costBenefit.costBenefit(caller, args);
  }
}
