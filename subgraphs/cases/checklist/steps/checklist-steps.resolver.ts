import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { auditedChange } from '../../../../platform/audit/audited-change.js';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import { toCase } from '../../case/case.type.js';
import type { CasesContext } from '../../context.js';
import type { CasesServices } from '../../services.js';
import type { ChecklistAnswer } from '../checklist.store.js';
import { ResidentialChecklist, toChecklist } from '../checklist.type.js';
import { AnswerChecklistItemInput, CompleteChecklistInput, type ChecklistStepInput } from './checklist.input.js';

@ObjectType({ description: 'The answer to a step of a checklist.' })
export class ChangedChecklist extends KeyedAnswer {
  @Field(() => ResidentialChecklist, { nullable: true, description: 'The checklist as it stands now.' })
  checklist!: ResidentialChecklist | null;
}

/** Takes one step, once for each key, and writes down that it was taken or refused: of the case, which a checklist is of. */
async function takeStep(
  context: CasesContext,
  operation: string,
  input: ChecklistStepInput,
  work: (services: CasesServices) => Promise<void>,
): Promise<ChangedChecklist> {
  const { idempotencyKey: key, caseId } = input;
  const change = { action: 'U', objectType: 'Case', subjectId: caseId } as const;
  const { isReplay } = await auditedChange(context, change, { operation, key, input }, async (services) => {
    await work(services);
    return { answer: caseId, changed: { Case: [caseId] } };
  });
  const { caller, loaders } = context;
  const [file, row] = [await loaders.cases.load(caseId), await loaders.checklistOfCase.load(caseId)];
  return { checklist: file && toChecklist(caseId, row, toCase(caller, file).need), isReplay };
}

/** What was answered: what is null was left out. */
function answerOf({ alternative, ...told }: AnswerChecklistItemInput): ChecklistAnswer {
  const { isConsultationHeld, isRetDiscussed, familyFormReason } = told;
  return {
    ...(alternative && { alternative: { ...alternative, reason: alternative.reason ?? null } }),
    ...(isConsultationHeld != null && { isConsultationHeld }),
    ...(isRetDiscussed != null && { isRetDiscussed }),
    ...(familyFormReason != null && { familyFormReason }),
  };
}

@Resolver()
export class ChecklistStepsResolver {
  @Mutation(() => ChangedChecklist, {
    nullable: true,
    description:
      'Answers what is to be weighed before a place in a group is sought. A checklist that was complete is open again.',
  })
  answerChecklistItem(
    @Arg('input', () => AnswerChecklistItemInput, { description: 'The answer.' }) input: AnswerChecklistItemInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedChecklist> {
    return takeStep(context, 'answerChecklistItem', input, ({ checking }) =>
      checking.answer(context.caller, input, answerOf(input)),
    );
  }

  @Mutation(() => ChangedChecklist, {
    nullable: true,
    description: 'Completes a checklist. CHECKLIST_INCOMPLETE names what it lacks.',
  })
  completeChecklist(
    @Arg('input', () => CompleteChecklistInput, { description: 'Which, and for which rung.' })
    input: CompleteChecklistInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedChecklist> {
    return takeStep(context, 'completeChecklist', input, ({ checking }) =>
      checking.complete(context.caller, input, input.rung),
    );
  }
}
