import { adviceFault } from '../../../platform/import/advice/advice.rules.js';
import { isUnwritable } from '../../../platform/input/free-text.js';
import { unreadRow, type ImportRow } from './columns/row.rules.js';
import { hsdsReader, type HsdsReader } from './hsds/hsds.rules.js';

/** Begins to read lines of Open Referral HSDS: what one line says of a service counts for those that follow. */
export function hsdsLines(): (row: number, value: unknown) => Iterable<ImportRow> {
  const hsds = hsdsReader();
  return (row, value) => readHsds(row, value, hsds);
}

function* readHsds(row: number, value: unknown, hsds: HsdsReader): Generator<ImportRow> {
  for (const read of hsds.read(value)) {
    const { offerKey } = 'report' in read ? read.report : read;
    // what PostgreSQL cannot keep is the key of nothing
    if (offerKey !== null && isUnwritable(offerKey))
      yield unreadRow(row, 'STANDARD', null, [adviceFault('offerKey', 'TEXT')]);
    else if ('report' in read) {
      const { asOf } = read.report;
      yield {
        row,
        form: 'STANDARD',
        values: { ...read.report, asOf: asOf?.toISOString() ?? null, note: null },
        faults: [],
      };
    } else {
      const faults = read.faults.map(({ field, advice }) => adviceFault(field, advice));
      yield unreadRow(row, 'STANDARD', offerKey, faults);
    }
  }
}
