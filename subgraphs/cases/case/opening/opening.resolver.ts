import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { auditedChange } from '../../../../platform/audit/audited-change.js';
import type { CasesContext } from '../../context.js';
import { ChangedCase, changedCase } from '../steps/changed-case.type.js';
import { OpenCaseInput } from './open-case.input.js';

@Resolver()
export class OpeningResolver {
  @Mutation(() => ChangedCase, {
    nullable: true,
    description:
      'Opens a case, by itself or from a consultation, which stays with it. It gets the next number of its region and year, and is known for holds within a second.',
  })
  async openCase(
    @Arg('input', () => OpenCaseInput, { description: 'What is known of the child.' }) input: OpenCaseInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedCase> {
    const { idempotencyKey: key, postcode4 = null, ...facts } = input;
    const consultationId = input.consultationId ?? null;
    const opening = { consultationId, ownerOrganisationId: input.ownerOrganisationId ?? null, facts, postcode4 };
    const change = { action: 'C', objectType: 'Consultation', subjectId: consultationId ?? '' } as const;
    const request = { operation: 'openCase', key, input };
    const opened = await auditedChange(context, change, request, async ({ opening: cases }) => {
      const id = await cases.open(context.caller, opening);
      return { answer: id, changed: { Case: [id] } };
    });
    return changedCase(context, opened);
  }
}
