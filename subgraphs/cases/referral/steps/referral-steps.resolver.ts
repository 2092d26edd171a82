import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { IdempotentAnswer } from '../../../../platform/idempotency/idempotency.js';
import { auditedChange } from '../../../../platform/audit/audited-change.js';
import type { CasesContext } from '../../context.js';
import { groundsOf } from '../reading/referral-audit.js';
import {
  AnswerReferralInput,
  ReferCaseInput,
  toAskedReferral,
  toDecline,
  WithdrawReferralInput,
} from './referral.input.js';
import { ReferralStep, toReferral } from '../referral.type.js';

@Resolver()
export class ReferralStepsResolver {
  @Mutation(() => ReferralStep, {
    nullable: true,
    description:
      'Puts a case before one provider, under a pseudonym. CONSENT_MISSING names whose consent lacks; a restricted case is referred by its owner only.',
  })
  async referCase(
    @Arg('input', () => ReferCaseInput, { description: 'Which case, before whom, on what ground.' })
    input: ReferCaseInput,
    @Ctx() context: CasesContext,
  ): Promise<ReferralStep> {
    const asked = toAskedReferral(input);
    const request = { operation: 'referCase', key: input.idempotencyKey, input };
    const grounds = groundsOf(asked.ground);
    const change = { action: 'C', objectType: 'Referral', subjectId: asked.caseId, grounds } as const;
    const referred = await auditedChange(context, change, request, async ({ referring }) => {
      const id = await referring.refer(context.caller, asked);
      return { answer: id, changed: { Referral: [id] } };
    });
    return referralStep(context, referred);
  }

  @Mutation(() => ReferralStep, {
    nullable: true,
    description:
      'The provider’s answer to a referral: yes, or no with a reason. After a no nothing more is told of the child. HOLD_ANSWERS where a hold is to be answered instead.',
  })
  async answerReferral(
    @Arg('input', () => AnswerReferralInput, { description: 'The answer.' }) input: AnswerReferralInput,
    @Ctx() context: CasesContext,
  ): Promise<ReferralStep> {
    const { referralId } = input;
    const reason = toDecline(input);
    const request = { operation: 'answerReferral', key: input.idempotencyKey, input };
    const change = { action: 'U', objectType: 'Referral', subjectId: referralId } as const;
    const answered = await auditedChange(context, change, request, async ({ referring }) => {
      const id = await referring.answer(context.caller, referralId, reason);
      return { answer: id, changed: { Referral: [id] } };
    });
    return referralStep(context, answered);
  }

  @Mutation(() => ReferralStep, {
    nullable: true,
    description: 'Withdraws a referral: from the next request on the provider sees it no more.',
  })
  async withdrawReferral(
    @Arg('input', () => WithdrawReferralInput, { description: 'Which referral.' }) input: WithdrawReferralInput,
    @Ctx() context: CasesContext,
  ): Promise<ReferralStep> {
    const { referralId } = input;
    const request = { operation: 'withdrawReferral', key: input.idempotencyKey, input };
    const change = { action: 'U', objectType: 'Referral', subjectId: referralId } as const;
    const withdrawn = await auditedChange(context, change, request, async ({ referring }) => {
      const id = await referring.withdraw(context.caller, referralId);
      return { answer: id, changed: { Referral: [id] } };
    });
    return referralStep(context, withdrawn);
  }
}

/** The referral that a step was about, as it stands after it. */
async function referralStep(
  { loaders }: CasesContext,
  { answer, isReplay }: IdempotentAnswer<string>,
): Promise<ReferralStep> {
  const row = await loaders.referrals.load(answer);
  return { referral: row && toReferral(row), isReplay };
}
