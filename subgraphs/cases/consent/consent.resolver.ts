import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { auditedChange } from '../../../platform/audit/audited-change.js';
import { Case } from '../case/case.type.js';
import type { CasesContext } from '../context.js';
import { RecordConsentInput, WithdrawConsentInput } from './consent.input.js';
import { Consent, RecordedConsent, toConsent, WithdrawnConsent } from './consent.type.js';

@Resolver(() => Case)
export class ConsentResolver {
  @Mutation(() => RecordedConsent, {
    nullable: true,
    description: 'Writes down consent that was given to the organisation that brought the case.',
  })
  async recordConsent(
    @Arg('input', () => RecordConsentInput, { description: 'The consent.' }) input: RecordConsentInput,
    @Ctx() context: CasesContext,
  ): Promise<RecordedConsent> {
    const { idempotencyKey, validUntil = null, ...given } = input;
    const request = { operation: 'recordConsent', key: idempotencyKey, input };
    const change = { action: 'C', objectType: 'Consent', subjectId: given.caseId } as const;
    const { answer, isReplay } = await auditedChange(context, change, request, async ({ consenting }) => {
      const id = await consenting.record(context.caller, { ...given, validUntil });
      return { answer: id, changed: { Consent: [id] } };
    });
    const row = await context.loaders.consents.load(answer);
    return { consent: row && toConsent(row), isReplay };
  }

  @Mutation(() => WithdrawnConsent, {
    nullable: true,
    description:
      'Withdraws all consent that a party gave for a case and purpose. What rested on it ends: from the next request on no provider sees it.',
  })
  async withdrawConsent(
    @Arg('input', () => WithdrawConsentInput, { description: 'Whose consent, for which case and what.' })
    input: WithdrawConsentInput,
    @Ctx() context: CasesContext,
  ): Promise<WithdrawnConsent> {
    const { idempotencyKey, ...key } = input;
    const request = { operation: 'withdrawConsent', key: idempotencyKey, input };
    const change = { action: 'U', objectType: 'Consent', subjectId: key.caseId } as const;
    const { answer, isReplay } = await auditedChange(context, change, request, async ({ consenting }) => {
      const withdrawn = await consenting.withdraw(context.caller, key);
      return { answer: withdrawn, changed: { Consent: withdrawn.consentIds, Referral: withdrawn.referralIds } };
    });
    const rows = await context.loaders.consents.loadMany(answer.consentIds);
    const consents = rows.flatMap((row) => (row && !(row instanceof Error) ? [toConsent(row)] : []));
    return { consents, endedReferralCount: answer.referralIds.length, isReplay };
  }

  @FieldResolver(() => [Consent], {
    nullable: true,
    description: 'What was agreed to for this child and by whom, the newest first.',
  })
  async consents(@Root() { id }: Case, @Ctx() { loaders }: CasesContext): Promise<Consent[]> {
    return ((await loaders.consentsOfCase.load(id)) ?? []).map(toConsent);
  }
}
