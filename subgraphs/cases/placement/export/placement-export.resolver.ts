import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { PageArgs, toConnection, type Connection } from '../../../../platform/paging/pages.js';
import { GraphQLLocalDate } from '../../../../vocabulary/scalars.js';
import { assertMayWork, mayWork } from '../../access/work.rules.js';
import type { CasesContext } from '../../context.js';
import { timePage } from '../../../../platform/paging/time-page.js';
import { Placement, PlacementConnection, toPlacement } from '../placement.type.js';
import type { PlacementRow } from '../reading/placement.read-model.js';

/** Care that leaves the hub: each is written down as an export, of the placement and of its case. */
@Resolver()
export class PlacementExportResolver {
  @Query(() => Placement, {
    nullable: true,
    description:
      'One placement, to be taken out of the hub as a message of iJw: written down as an export. NOT_FOUND where it is not yours, CASE_RESTRICTED where only its owner takes it out.',
  })
  async exportedPlacement(
    @Arg('id', () => ID, { description: 'Identifier of the placement.' }) id: string,
    @Ctx() { caller, services, audit }: CasesContext,
  ): Promise<Placement> {
    const row = (await services.placements.findByIds(caller, isUuid(id) ? [id] : [])).get(id);
    const file = row && (await services.cases.findOne(caller, row.caseId));
    const isGranted = file !== undefined && mayWork(caller, file);
    audit.note({ action: 'E', objectType: 'Placement', ids: isUuid(id) ? [id] : [], isGranted });
    if (!row || !file) throw new HubError('NOT_FOUND');
    assertMayWork(caller, file);
    noteExport(audit, [row]);
    return toPlacement(row);
  }

  @Query(() => PlacementConnection, {
    nullable: true,
    description:
      'The youth help of the organisation’s own cases that a provider gave on any day of a period, with what the same provider gave the same child before, by the day on which it started: to be taken out of the hub, and written down as an export.',
  })
  async exportedPlacements(
    @Arg('fromOn', () => GraphQLLocalDate, { description: 'First day of the period.' }) fromOn: string,
    @Arg('toOn', () => GraphQLLocalDate, { description: 'Last day of the period, not before the first.' }) toOn: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CasesContext,
  ): Promise<Connection<Placement>> {
    const page = timePage(args);
    if (toOn < fromOn) throw new HubError('BAD_USER_INPUT', { field: 'toOn', expected: '≥ fromOn' });
    const rows = await services.placements.findGiven(caller, { fromOn, toOn }, page);
    noteExport(audit, rows.slice(0, page.first));
    if (rows.length === 0) audit.foundNothing();
    return toConnection(rows, page, givenSortValues, toPlacement);
  }
}

function noteExport(audit: CasesContext['audit'], rows: readonly PlacementRow[]): void {
  const noted = (objectType: string, ids: readonly string[]) =>
    audit.note({ action: 'E', objectType, ids, isGranted: true });
  noted(
    'Placement',
    rows.map(({ id }) => id),
  );
  noted(
    'Case',
    rows.map(({ caseId }) => caseId),
  );
}

/** The sort values of care that was given: its start. */
function givenSortValues({ startedAt, id }: PlacementRow): readonly string[] {
  return [startedAt?.toISOString() ?? '', id];
}
