import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { takeCaseStep } from '../../case/steps/case-steps.resolver.js';
import { ChangedCase } from '../../case/steps/changed-case.type.js';
import type { CasesContext } from '../../context.js';
import { DescribeNeedInput } from './describe-need.input.js';

@Resolver()
export class NeedStepsResolver {
  @Mutation(() => ChangedCase, {
    nullable: true,
    description:
      'Describes what help is sought for a case, as a whole. A search for the case asks for this from then on; what was sought before is kept.',
  })
  describeNeed(
    @Arg('input', () => DescribeNeedInput, { description: 'Which case, and what is sought.' }) input: DescribeNeedInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedCase> {
    return takeCaseStep(context, { operation: 'describeNeed' }, input, ({ needSteps }) =>
      needSteps.describe(context.caller, input, input.need),
    );
  }
}
