import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { auditedChange } from '../../../platform/audit/audited-change.js';
import type { CasesContext } from '../context.js';
import { AgreedGoals, AgreeGoalInput, GoalProgress, toGoalProgress } from './goal.type.js';

@Resolver()
export class GoalResolver {
  @Query(() => [GoalProgress], {
    nullable: true,
    description:
      'The nine goals of the region, with the numbers that were agreed for the year, and how far each is. NOT_FOUND for a region that is not yours.',
  })
  async goalProgress(
    @Arg('region', () => String, { nullable: true, description: 'Key of the youth region; your own unless given.' })
    region: string | null,
    @Arg('year', () => Int, { description: 'The calendar year.' }) year: number,
    @Ctx() { caller, services }: CasesContext,
  ): Promise<GoalProgress[]> {
    return (await services.goals.progress(caller, region, year)).map(toGoalProgress);
  }

  @Mutation(() => AgreedGoals, {
    nullable: true,
    description: 'Writes down what the region agrees on one measure for a year: the number, and from where it began.',
  })
  async agreeGoal(
    @Arg('input', () => AgreeGoalInput, { description: 'The goal.' }) input: AgreeGoalInput,
    @Ctx() context: CasesContext,
  ): Promise<AgreedGoals> {
    const { idempotencyKey: key, year, measure, operator, target = null, baseline = null } = input;
    const change = { action: 'C', objectType: 'Goal', subjectId: '' } as const;
    const { caller, services } = context;
    const { isReplay } = await auditedChange(context, change, { operation: 'agreeGoal', key, input }, async (own) => {
      await own.goals.agree(caller, year, { measure, operator, target, baseline });
      return { answer: year, changed: {} };
    });
    return { goals: (await services.goals.progress(caller, null, year)).map(toGoalProgress), isReplay };
  }
}
