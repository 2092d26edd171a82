import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { HubError } from '../../../platform/errors/errors.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { PageArgs, toConnection, type Connection } from '../../../platform/paging/pages.js';
import type { CasesContext } from '../context.js';
import { timePage } from '../../../platform/paging/time-page.js';
import { noteCases } from './reading/case-audit.js';
import { CaseFilter } from './reading/case-filter.type.js';
import { caseSelection } from './reading/case-selection.rules.js';
import { caseSortValues } from './reading/case.read-model.js';
import { Case, CaseConnection, toCase } from './case.type.js';

@Resolver(() => Case)
export class CaseResolver {
  @Query(() => Case, {
    nullable: true,
    description: 'One case. NOT_FOUND when it does not exist or is not yours to see.',
  })
  async case(
    @Arg('id', () => ID, { description: 'Identifier of the case.' }) id: string,
    @Ctx() { caller, loaders }: CasesContext,
  ): Promise<Case> {
    const row = isUuid(id) ? await loaders.cases.load(id) : null;
    if (!row) throw new HubError('NOT_FOUND');
    return toCase(caller, row);
  }

  @Query(() => CaseConnection, { nullable: true, description: 'The cases that the caller may see, newest first.' })
  async cases(
    @Arg('filter', () => CaseFilter, { nullable: true, description: 'Narrows the list.' }) filter: CaseFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CasesContext,
  ): Promise<Connection<Case>> {
    const page = timePage(args);
    const selection = caseSelection(filter ?? null);
    const rows = selection ? await services.cases.findPage(caller, selection, page) : [];
    noteCases(audit, rows.slice(0, page.first));
    if (rows.length === 0) audit.foundNothing();
    return toConnection(rows, page, caseSortValues, (row) => toCase(caller, row));
  }
}
