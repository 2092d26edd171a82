import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { auditedChange } from '../../../../platform/audit/audited-change.js';
import type { CasesContext } from '../../context.js';
import type { CasesServices } from '../../services.js';
import {
  ChangeCaseInput,
  CloseCaseInput,
  HandOverCaseInput,
  ReopenCaseInput,
  type CaseStepInput,
} from './case-steps.input.js';
import { ChangedCase, changedCase } from './changed-case.type.js';

/** Takes one step of a case, once for each key, and writes down that it was taken or refused. */
export async function takeCaseStep(
  context: CasesContext,
  { operation, objectType = 'Case' }: { readonly operation: string; readonly objectType?: 'Case' | 'CaseHandOver' },
  input: CaseStepInput,
  work: (services: CasesServices) => Promise<void>,
  alsoChanged: readonly string[] = [],
): Promise<ChangedCase> {
  const { idempotencyKey: key, caseId } = input;
  const change = { action: 'U', objectType, subjectId: caseId } as const;
  const answer = await auditedChange(context, change, { operation, key, input }, async (services) => {
    await work(services);
    return { answer: caseId, changed: { [objectType]: [caseId, ...alsoChanged] } };
  });
  return changedCase(context, answer);
}

/** The work on a case, from what is known of the child to its end. */
@Resolver()
export class CaseStepsResolver {
  @Mutation(() => ChangedCase, {
    nullable: true,
    description:
      'Changes what is known of a child and its family. ONLY_FOR_OWNER for its own reference, for lifting a restriction, and for the postcode of a restricted case.',
  })
  changeCase(
    @Arg('input', () => ChangeCaseInput, { description: 'Which case, and what changes.' }) input: ChangeCaseInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedCase> {
    return takeCaseStep(context, { operation: 'changeCase' }, input, ({ caseSteps }) =>
      caseSteps.change(context.caller, input, input.changes),
    );
  }

  @Mutation(() => ChangedCase, {
    nullable: true,
    description:
      'Hands a case over, at once and with everything that runs: holds, waiting lists, consultations, consents and referrals go along. Who hands it over may see it no more.',
  })
  handOverCase(
    @Arg('input', () => HandOverCaseInput, { description: 'Which case, and to whom.' }) input: HandOverCaseInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedCase> {
    const { region = null, ownerOrganisationId = null } = input;
    return takeCaseStep(context, { operation: 'handOverCase', objectType: 'CaseHandOver' }, input, ({ caseSteps }) =>
      caseSteps.handOver(context.caller, input, { region, ownerOrganisationId }),
    );
  }

  @Mutation(() => ChangedCase, {
    nullable: true,
    description:
      'Ends the work on a case. CASE_RUNNING while a hold is live, it lies before a provider or a duo goes to the family, and names how many of each; from waiting lists it goes by itself.',
  })
  closeCase(
    @Arg('input', () => CloseCaseInput, { description: 'Which case, and why.' }) input: CloseCaseInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedCase> {
    return takeCaseStep(context, { operation: 'closeCase' }, input, ({ caseSteps }) =>
      caseSteps.close(context.caller, input, input.reason),
    );
  }

  @Mutation(() => ChangedCase, {
    nullable: true,
    description: 'Goes on with a case that was closed, for as long as it is kept.',
  })
  reopenCase(
    @Arg('input', () => ReopenCaseInput, { description: 'Which case.' }) input: ReopenCaseInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedCase> {
    return takeCaseStep(context, { operation: 'reopenCase' }, input, ({ caseSteps }) =>
      caseSteps.reopen(context.caller, input),
    );
  }
}
