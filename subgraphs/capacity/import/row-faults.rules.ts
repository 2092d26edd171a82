import {
  minutesAhead,
  reportFaults,
  unitFault,
  type PublishedReport,
} from '../publishing/publication/publication.rules.js';
import type { Partly } from '../report/figures.rules.js';
import { rowFault, type RowFault } from '../../../platform/input/row-fault.js';
import { toInstant } from '../../../platform/import/columns/days.rules.js';
import type { ImportReport, ImportRow } from './columns/row.rules.js';
import type { ImportedOffer } from './import.read-model.js';

const byName = (name: string): string => name;

/**
 * Everything that is wrong with a row of a file; empty when it may be published. The key comes first: what a row says of an offer
 * that is not there need not be mended.
 */
export function rowFaults(row: ImportRow, offer: ImportedOffer | undefined, now: Date): readonly RowFault[] {
  const { values, faults } = row;
  const ofKey = faults.filter(({ parameters }) => parameters.field === 'offerKey');
  if (ofKey.length > 0) return ofKey;
  if (values.offerKey === null) return faults;
  if (!offer) return [rowFault('OFFER_KEY_UNKNOWN', 'offerKey')];
  if (offer.isRetired) return [rowFault('OFFER_KEY_RETIRED', 'offerKey')];
  const figures = withDefaults(values, offer, now);
  const unit = unitFault(figures.unit ?? offer.unit, offer.unit, 'unit');
  return [...faults, ...reportFaults(figures, byName), ...(unit ? [unit] : []), ...aheadFaults(figures.asOf, now)];
}

/** A row that may be published, as a report. */
export function toReport(values: Partly<ImportReport>, offer: ImportedOffer, now: Date): PublishedReport {
  const { offerKey, available, maximum, status, unit, ...figures } = withDefaults(values, offer, now);
  if (offerKey === null || available === null || maximum === null || status === null || unit === null)
    throw new Error('a row without faults says all of this');
  return { ...figures, offerKey, available, maximum, status, unit };
}

/** What a file leaves open: the unit is that of the offer, and whether there is capacity follows from the number. */
function withDefaults(values: Partly<ImportReport>, offer: ImportedOffer, now: Date): Partly<PublishedReport> {
  const { available, asOf } = values;
  const ofNumber = available === null ? null : available > 0 ? 'HAS_CAPACITY' : 'NO_CAPACITY';
  return {
    ...values,
    unit: values.unit ?? offer.unit,
    status: values.status ?? ofNumber,
    asOf: asOf === null ? null : toInstant(asOf, now),
  };
}

function aheadFaults(asOf: Date | null, now: Date): RowFault[] {
  const isAhead = asOf !== null && asOf.getTime() > now.getTime() + minutesAhead * 60_000;
  return isAhead ? [rowFault('AS_OF_AHEAD', 'asOf')] : [];
}
