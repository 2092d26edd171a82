import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { auditedChange, type Change, type Changed } from '../../../../platform/audit/audited-change.js';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import type { CasesContext } from '../../context.js';
import type { CasesServices } from '../../services.js';
import { RoundTable, toRoundTable } from '../round-table.type.js';
import { CancelRoundTableInput, PlanRoundTableInput, RecordRoundTableInput } from './round-table.input.js';
import type { AskedSubject } from './table-subject.service.js';

@ObjectType({ description: 'The answer to a step of a round table.' })
export class ChangedRoundTable extends KeyedAnswer {
  @Field(() => RoundTable, { nullable: true, description: 'The round table as it stands now.' })
  roundTable!: RoundTable | null;
}

type Work = (services: CasesServices) => Promise<Changed<string>>;

/** Takes one step, once for each key, and writes down that it was taken or refused. */
async function takeStep(
  context: CasesContext,
  change: Pick<Change, 'action' | 'subjectId'>,
  request: { operation: string; input: { idempotencyKey: string } },
  work: Work,
): Promise<ChangedRoundTable> {
  const { operation, input } = request;
  const asked = { operation, key: input.idempotencyKey, input };
  const { answer, isReplay } = await auditedChange(context, { ...change, objectType: 'RoundTable' }, asked, work);
  const row = await context.loaders.roundTables.load(answer);
  return { roundTable: row && toRoundTable(row), isReplay };
}

/** What was changed, with the case that it is about: its owner is told of it. */
function changed(id: string, { caseId }: Pick<AskedSubject, 'caseId'>): Changed<string> {
  return { answer: id, changed: { RoundTable: [id], ...(caseId !== null && { Case: [caseId] }) } };
}

@Resolver()
export class RoundTableStepsResolver {
  @Mutation(() => ChangedRoundTable, {
    nullable: true,
    description:
      'Plans a round table about a case or a consultation. INSTITUTION_NOT_INVITED where a certified institution is involved and not invited.',
  })
  planRoundTable(
    @Arg('input', () => PlanRoundTableInput, { description: 'The table.' }) input: PlanRoundTableInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedRoundTable> {
    const { caseId = null, consultationId = null } = input;
    const subjectId = caseId ?? consultationId ?? '';
    const request = { operation: 'planRoundTable', input };
    return takeStep(context, { action: 'C', subjectId }, request, async ({ tabling }) =>
      changed(await tabling.plan(context.caller, { ...input, caseId, consultationId }), { caseId }),
    );
  }

  @Mutation(() => ChangedRoundTable, {
    nullable: true,
    description:
      'Writes down that a round table was held, and what was decided. From then on its members see the child no more.',
  })
  recordRoundTable(
    @Arg('input', () => RecordRoundTableInput, { description: 'What came of it.' }) input: RecordRoundTableInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedRoundTable> {
    const { heldAt = null, participantIds = null, organisationIds = null, areParentsPresent, decisions } = input;
    const told = { heldAt, participantIds, organisationIds, areParentsPresent, decisions };
    const request = { operation: 'recordRoundTable', input };
    return takeStep(context, { action: 'U', subjectId: input.roundTableId }, request, async ({ tabling }) => {
      const table = await tabling.hold(context.caller, input, told);
      return changed(table.id, table);
    });
  }

  @Mutation(() => ChangedRoundTable, {
    nullable: true,
    description: 'Cancels a round table that was planned. From then on its members see the child no more.',
  })
  cancelRoundTable(
    @Arg('input', () => CancelRoundTableInput, { description: 'Which, and why.' }) input: CancelRoundTableInput,
    @Ctx() context: CasesContext,
  ): Promise<ChangedRoundTable> {
    const request = { operation: 'cancelRoundTable', input };
    return takeStep(context, { action: 'U', subjectId: input.roundTableId }, request, async ({ tabling }) => {
      const table = await tabling.cancel(context.caller, input, input.reason);
      return changed(table.id, table);
    });
  }
}
