import type { Caller } from '../../../platform/identity/caller.js';
import { HubError } from '../../../platform/errors/errors.js';
import { municipality } from '../../../vocabulary/places/municipality.js';
import { findRegion } from '../../../vocabulary/places/region.js';
import { figureForm } from '../../../figures/figure-form.rules.js';
import { yearTableChecks } from './year-table-checks.rules.js';
import { yearTableSections } from './year-table-sections.rules.js';
import type { yearTableReadModel } from './year-table.read-model.js';
import { countedTable, shownExactly, shownSuppressed } from './year-table.rules.js';
import type { YearTable } from './year-table.type.js';

/** Makes the year table of a region in the form that its reader may see. */
export function yearTableService(readModel: ReturnType<typeof yearTableReadModel>) {
  return {
    /** Throws NOT_FOUND for a region that does not exist or is not the caller's to see. */
    async yearTable(caller: Caller, regionKey: string, year: number): Promise<YearTable> {
      const region = findRegion(regionKey);
      const form = region && figureForm(caller, region);
      if (!form) throw new HubError('NOT_FOUND');

      const counted = countedTable(await readModel.countByCode(region.key, year));
      const table = form === 'EXACT' ? shownExactly(counted) : shownSuppressed(counted, region);
      return {
        municipalities: table.municipalityCodes.map(municipality),
        sections: yearTableSections(table),
        checks: yearTableChecks(region, year, table),
      };
    },
  };
}
