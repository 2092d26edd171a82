import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { auditedChange } from '../../../platform/audit/audited-change.js';
import { Case } from '../case/case.type.js';
import type { CasesContext } from '../context.js';
import { RejectOptionInput, ShortlistOptionInput } from './judgement.input.js';
import type { RejectionReason } from './judgement.vocabulary.js';
import { JudgedOption, Judgement, toJudgement } from './judgement.type.js';

/** What is thought of options. */
@Resolver(() => Case)
export class JudgementResolver {
  @Mutation(() => JudgedOption, {
    nullable: true,
    description: 'Puts an option of a case on its short list. What was thought of it before stays on record.',
  })
  shortlistOption(
    @Arg('input', () => ShortlistOptionInput, { description: 'Which option.' }) input: ShortlistOptionInput,
    @Ctx() context: CasesContext,
  ): Promise<JudgedOption> {
    return judge(context, 'shortlistOption', input, null);
  }

  @Mutation(() => JudgedOption, {
    nullable: true,
    description: 'Says why an option of a case is not gone on with. What was thought of it before stays on record.',
  })
  rejectOption(
    @Arg('input', () => RejectOptionInput, { description: 'Which option, and why not.' }) input: RejectOptionInput,
    @Ctx() context: CasesContext,
  ): Promise<JudgedOption> {
    return judge(context, 'rejectOption', input, input.reason);
  }

  @FieldResolver(() => [Judgement], {
    nullable: true,
    description: 'What was thought of options for this case, the newest fifty, newest first.',
  })
  async judgements(@Root() { id }: Case, @Ctx() { loaders }: CasesContext): Promise<Judgement[]> {
    return ((await loaders.judgementsOfCase.load(id)) ?? []).map(toJudgement);
  }
}

async function judge(
  context: CasesContext,
  operation: string,
  input: ShortlistOptionInput,
  reason: RejectionReason | null,
): Promise<JudgedOption> {
  const { idempotencyKey: key, caseId, offerId } = input;
  const verdict = reason === null ? 'SHORTLISTED' : 'REJECTED';
  const change = { action: 'U', objectType: 'Case', subjectId: caseId } as const;
  const { answer, isReplay } = await auditedChange(context, change, { operation, key, input }, async ({ judging }) => {
    const id = await judging.judge(context.caller, { caseId, offerId, verdict, reason });
    return { answer: id, changed: { Case: [caseId] } };
  });
  const judgement = (await context.loaders.judgementsOfCase.load(caseId))?.find(({ id }) => id === answer);
  return { judgement: judgement ? toJudgement(judgement) : null, isReplay };
}
