import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, toConnection, type Connection } from '../../../platform/paging/pages.js';
import { Case, toCase } from '../case/case.type.js';
import { Consultation, toConsultation } from '../consultation/consultation.type.js';
import type { CasesContext } from '../context.js';
import { timePage } from '../../../platform/paging/time-page.js';
import { noteTables } from './round-table-audit.js';
import { tableSortValues } from './round-table.read-model.js';
import { RoundTable, RoundTableConnection, toRoundTable } from './round-table.type.js';
import { RoundTableState } from './round-table.vocabulary.js';

@Resolver(() => RoundTable)
export class RoundTableResolver {
  @Query(() => RoundTableConnection, {
    nullable: true,
    description:
      'The round tables that the caller may see, the latest first. Who sits at a table finds it here until it was held or cancelled, or two weeks after it was planned to be.',
  })
  async roundTables(
    @Arg('states', () => [RoundTableState.type], { nullable: true, description: 'Only those in one of these states.' })
    states: RoundTableState[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CasesContext,
  ): Promise<Connection<RoundTable>> {
    const page = timePage(args);
    const rows = await services.roundTables.findPage(caller, states ?? null, page);
    noteTables(audit, rows.slice(0, page.first));
    if (rows.length === 0) audit.foundNothing();
    return toConnection(rows, page, tableSortValues, toRoundTable);
  }

  @FieldResolver(() => Case, { nullable: true, description: 'The case that it is about; null for a consultation.' })
  async case(@Root() { caseId }: RoundTable, @Ctx() { caller, loaders }: CasesContext): Promise<Case | null> {
    const row = caseId === null ? null : await loaders.cases.load(caseId);
    return row && toCase(caller, row);
  }

  @FieldResolver(() => Consultation, {
    nullable: true,
    description: 'The consultation that it is about; null for a case.',
  })
  async consultation(
    @Root() { consultationId }: RoundTable,
    @Ctx() { loaders }: CasesContext,
  ): Promise<Consultation | null> {
    const row = consultationId === null ? null : await loaders.consultations.load(consultationId);
    return row && toConsultation(row);
  }
}

@Resolver(() => Case)
export class CaseRoundTablesResolver {
  @FieldResolver(() => [RoundTable], { nullable: true, description: 'The round tables about it, the latest first.' })
  async roundTables(@Root() { id }: Case, @Ctx() { loaders }: CasesContext): Promise<RoundTable[]> {
    return ((await loaders.tablesOfCase.load(id)) ?? []).map(toRoundTable);
  }
}

@Resolver(() => Consultation)
export class ConsultationRoundTablesResolver {
  @FieldResolver(() => [RoundTable], { nullable: true, description: 'The round tables about it, the latest first.' })
  async roundTables(@Root() { id }: Consultation, @Ctx() { loaders }: CasesContext): Promise<RoundTable[]> {
    return ((await loaders.tablesOfConsultation.load(id)) ?? []).map(toRoundTable);
  }
}
