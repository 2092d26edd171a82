import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { auditedChange } from '../../../../platform/audit/audited-change.js';
import { Case } from '../../case/case.type.js';
import type { CasesContext } from '../../context.js';
import { CbsOutcome, RecordCbsOutcomeInput, RecordedCbsOutcome } from './cbs-outcome.type.js';

@Resolver(() => Case)
export class CbsOutcomeResolver {
  @Mutation(() => RecordedCbsOutcome, {
    nullable: true,
    description: 'Adds what a youth or parent answered to the outcome set of CBS, also after a case was closed.',
  })
  async recordCbsOutcome(
    @Arg('input', () => RecordCbsOutcomeInput, { description: 'The answers.' }) input: RecordCbsOutcomeInput,
    @Ctx() context: CasesContext,
  ): Promise<RecordedCbsOutcome> {
    const { idempotencyKey: key, caseId, satisfaction = null, canGoOn = null } = input;
    const change = { action: 'U', objectType: 'Case', subjectId: caseId } as const;
    const request = { operation: 'recordCbsOutcome', key, input };
    const { isReplay } = await auditedChange(context, change, request, async ({ measuring }) => {
      await measuring.record(context.caller, caseId, { ...input, satisfaction, canGoOn });
      return { answer: caseId, changed: { Case: [caseId] } };
    });
    return { cbsOutcomes: (await context.loaders.cbsOutcomesOfCase.load(caseId)) ?? [], isReplay };
  }

  @FieldResolver(() => [CbsOutcome], {
    nullable: true,
    description: 'The outcome sets of CBS of it, the newest first.',
  })
  async cbsOutcomes(@Root() { id }: Case, @Ctx() { loaders }: CasesContext): Promise<CbsOutcome[]> {
    return (await loaders.cbsOutcomesOfCase.load(id)) ?? [];
  }
}
