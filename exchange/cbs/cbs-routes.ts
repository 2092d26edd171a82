import type { AddRoutes } from '../../gateway/routes/added-routes.js';
import { HubError } from '../../platform/errors/errors.js';
import { addFile, csvType, sheetType, type FileKind } from '../files/file-routes.js';
import { parametersOf } from '../files/parameters.js';
import { patient, type Ask } from '../whole-answer.js';
import { cbsRecord, type CbsRecord } from './cbs-record.rules.js';
import type { GivenPlacement, PlacementPage } from './exported-placements.js';
import { recordsIn, type Period } from './trajectories.rules.js';
import { recordsCsv, recordsSheet } from './write-records.js';

const kinds: readonly FileKind<readonly CbsRecord[]>[] = [
  { ending: 'csv', type: csvType, write: recordsCsv },
  { ending: 'xlsx', type: sheetType, write: recordsSheet },
];

/**
 * `GET /export/cbs/jeugdhulp.csv?period=2026-1` and `.xlsx`: the youth help of the cases of the caller's own organisation in half a year, one
 * record a trajectory, as the registered operation `ExportPlacements` answers it.
 */
export const cbsRoutes: AddRoutes = (tools) =>
  addFile(tools, 'cbs/jeugdhulp', kinds, async (request) => {
    const period = periodOf(parametersOf(request, ['period'])['period']);
    const ask = patient((operation, variables) => tools.run(request, operation, variables));
    return recordsIn(period, await allGiven(ask, period)).map(cbsRecord);
  });

/** Every placement of a period, page by page. */
async function allGiven(ask: Ask, period: Period): Promise<readonly GivenPlacement[]> {
  const found: GivenPlacement[] = [];
  for (let after: string | null = null; ;) {
    const { exportedPlacements: page }: PlacementPage = await ask<PlacementPage>('ExportPlacements', {
      ...period,
      after,
    });
    found.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}

/** The half year that CBS asks about, such as 2026-1. Throws BAD_USER_INPUT. */
export function periodOf(told: unknown): Period {
  const [, year, half] = /^(20[0-9]{2})-([12])$/.exec(typeof told === 'string' ? told : '') ?? [];
  if (year === undefined) throw new HubError('BAD_USER_INPUT', { field: 'period', expected: '2026-1' });
  return half === '1'
    ? { fromOn: `${year}-01-01`, toOn: `${year}-06-30` }
    : { fromOn: `${year}-07-01`, toOn: `${year}-12-31` };
}
