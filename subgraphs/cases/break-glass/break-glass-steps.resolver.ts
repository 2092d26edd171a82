import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { auditedChange, type Change } from '../../../platform/audit/audited-change.js';
import type { CasesContext } from '../context.js';
import type { CasesServices } from '../services.js';
import { BreakGlassInput, EndBreakGlassInput, ReviewBreakGlassInput } from './break-glass.input.js';
import { BreakGlassStep, toBreakGlass } from './break-glass.type.js';

@Resolver()
export class BreakGlassStepsResolver {
  @Mutation(() => BreakGlassStep, {
    nullable: true,
    description:
      'Opens what one restricted case hides, for the caller and the purpose of this request, for an hour. SECOND_FACTOR_NEEDED without a second factor of the last five minutes. The owner of the case and the privacy officer see it at once; more than three in a month are refused.',
  })
  breakGlass(
    @Arg('input', () => BreakGlassInput, { description: 'Which case, and why.' }) input: BreakGlassInput,
    @Ctx() context: CasesContext,
  ): Promise<BreakGlassStep> {
    const { caseId, reason, explanation } = input;
    const step = { operation: 'breakGlass', action: 'C', subjectId: caseId, grounds: { isBreakGlass: true } } as const;
    return stepOf(context, step, input, ({ breakingGlass }) =>
      breakingGlass.open(context.caller, { caseId, reason, explanation }),
    );
  }

  @Mutation(() => BreakGlassStep, {
    nullable: true,
    description: 'Ends what the caller opened, before its time: from the next request on it is hidden again.',
  })
  endBreakGlass(
    @Arg('input', () => EndBreakGlassInput, { description: 'Which opening.' }) input: EndBreakGlassInput,
    @Ctx() context: CasesContext,
  ): Promise<BreakGlassStep> {
    const step = { operation: 'endBreakGlass', action: 'U', subjectId: input.breakGlassId } as const;
    return stepOf(context, step, input, ({ breakingGlass }) => breakingGlass.end(context.caller, input.breakGlassId));
  }

  @Mutation(() => BreakGlassStep, {
    nullable: true,
    description: 'Says what the privacy officer found of an opening; never of one of their own.',
  })
  reviewBreakGlass(
    @Arg('input', () => ReviewBreakGlassInput, { description: 'Which opening, and what was found.' })
    input: ReviewBreakGlassInput,
    @Ctx() context: CasesContext,
  ): Promise<BreakGlassStep> {
    const { breakGlassId, verdict, note = null } = input;
    const step = { operation: 'reviewBreakGlass', action: 'U', subjectId: breakGlassId } as const;
    return stepOf(context, step, input, ({ breakingGlass }) =>
      breakingGlass.review(context.caller, { breakGlassId, verdict, note }),
    );
  }
}

type Step = Omit<Change, 'objectType'> & { readonly operation: string };

/** Takes a step once for each key, writes it down, and gives the opening as it stands after it. */
async function stepOf(
  context: CasesContext,
  { operation, ...step }: Step,
  input: { readonly idempotencyKey: string },
  work: (services: CasesServices) => Promise<string>,
): Promise<BreakGlassStep> {
  const change = { ...step, objectType: 'BreakGlass' };
  const request = { operation, key: input.idempotencyKey, input };
  const { answer, isReplay } = await auditedChange(context, change, request, async (services) => {
    const id = await work(services);
    return { answer: id, changed: { BreakGlass: [id] } };
  });
  const row = await context.loaders.breakGlasses.load(answer);
  return { breakGlass: row && toBreakGlass(row), isReplay };
}
