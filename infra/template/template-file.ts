import { momentText } from '../../platform/import/columns/days.rules.js';
import { CapacityStatus, CapacityUnit } from '../../subgraphs/capacity/availability/capacity-codes.js';
import { figureColumns, type Column } from '../../subgraphs/capacity/import/columns/column-names.js';
import type { OwnOffer } from './own-offers.js';
import { writeTemplate, type Value } from './spreadsheet.js';

/**
 * A spreadsheet to fill in and to import: a row for each offer, and lists to choose from. The last figure stands beside what is to be
 * filled in, in columns that the import does not read: a file that is sent back untouched makes no old figure new.
 */
export function templateFile(offers: readonly OwnOffer[]): Promise<Buffer> {
  return writeTemplate<Column, OwnOffer>({
    sheet: 'Cijfers',
    columns: figureColumns,
    rows: offers,
    valueOf,
    lists: [
      ['offerKey', offers.map(({ key }) => key)],
      ['status', Object.values(CapacityStatus.dutch)],
      ['unit', Object.values(CapacityUnit.dutch)],
    ],
  });
}

function valueOf({ key, title, unit, latestReport }: OwnOffer, column: Column): Value {
  switch (column) {
    case 'offerKey':
      return key;
    case 'title':
      return title;
    case 'unit':
      return CapacityUnit.dutch[unit];
    case 'maximum':
      return latestReport?.maximum ?? null;
    case 'lastAvailable':
      return latestReport?.available ?? null;
    case 'lastStatus':
      return latestReport && CapacityStatus.dutch[latestReport.status];
    case 'lastWaitlist':
      return latestReport?.waitlistCount ?? null;
    case 'lastAsOf':
      return latestReport && momentText(new Date(latestReport.asOf));
    default:
      return null;
  }
}
