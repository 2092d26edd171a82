import { HubError, type Language } from '../../../platform/errors/errors.js';
import type { RowWatch } from '../../../platform/import/taking/file-road.js';
import type { ImportedRow } from './import.service.js';

/** So many offers are followed, and so many notices are given: a file may repeat every one of its rows. */
const mostOffers = 50_000;
const mostNotices = 100;
/** Rows that a notice names besides the last. */
const namedRows = 4;

interface Places {
  readonly firstRows: number[];
  count: number;
  last: number;
}

/** Watches which offers stand in a file more than once: the last row that is taken is the figure that counts. */
export function repeatedOffers(): RowWatch<ImportedRow> {
  const places = new Map<string, Places>();

  function see(key: string, row: number): void {
    const seen = places.get(key);
    if (!seen) {
      if (places.size < mostOffers) places.set(key, { firstRows: [row], count: 1, last: row });
      return;
    }
    if (seen.firstRows.length < namedRows) seen.firstRows.push(row);
    seen.count += 1;
    seen.last = row;
  }

  return {
    watch(rows) {
      for (const { row, offerKey, faults } of rows) if (offerKey !== null && faults.length === 0) see(offerKey, row);
    },

    notices: (language) =>
      [...places]
        .filter(([, { count }]) => count > 1)
        .slice(0, mostNotices)
        .map(([offerKey, seen]) => notice(offerKey, seen, language)),
  };
}

function notice(offerKey: string, { firstRows, count, last }: Places, language: Language): HubError {
  const before = firstRows.filter((row) => row !== last).map(String);
  const gap = count > before.length + 1 ? ['…'] : [];
  const rows = new Intl.ListFormat(language).format([...before, ...gap, String(last)]);
  return new HubError('IMPORT_OFFER_REPEATED', { offerKey, rows, last });
}
