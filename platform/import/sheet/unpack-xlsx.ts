import { strFromU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { HubError } from '../../errors/errors.js';
import { sheetLimits } from './sheet.js';

const mostParts = 500;

/** Where a row or cell says it stands, however it is quoted. */
const address = /(?:^|[\s"'])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const farColumn = /^[A-Z]{0,3}\d{0,7}$/;
const cellTag = /<(?:\w+:)?c[\s/>]/g;
const sharedText = /<(?:\w+:)?si[\s/>]/g;

/**
 * The same file without what a reader of sheets has no use for, and safe to read: as large as it says, and with no cell so far out
 * that a few bytes would make millions of empty ones. What an archive says of itself is checked before anything is unpacked.
 * Throws IMPORT_FILE_BROKEN and IMPORT_FILE_TOO_LARGE.
 */
export function safeXlsx(file: Uint8Array): Uint8Array {
  const parts = unpack(file);
  const texts = Object.values(parts).map((part) => strFromU8(part, true));
  let cells = 0;
  for (const text of texts) if (text.includes('sheetData')) cells += cellsWithin(text);
  // every text is in a cell at the least: what is more was put there to be read for nothing
  for (const text of texts) count(text, sharedText, cells);
  return zipSync(parts, { level: 0 });
}

function unpack(file: Uint8Array): Unzipped {
  let bytes = 0;
  let count = 0;
  try {
    return unzipSync(file, {
      filter({ name, originalSize }) {
        if (!/\.(xml|rels)$/i.test(name)) return false;
        bytes += originalSize;
        count += 1;
        if (bytes > sheetLimits.unpackedBytes || count > mostParts) throw tooLarge();
        return true;
      },
    });
  } catch (error) {
    throw error instanceof HubError ? error : new HubError('IMPORT_FILE_BROKEN');
  }
}

/** How many cells a sheet has, all of them within its farthest row and column. */
function cellsWithin(sheet: string): number {
  let rows = 0;
  let columns = 0;
  for (const [, double, single = ''] of sheet.matchAll(address)) {
    const place = double ?? single;
    // an address that is spelt in another way than spreadsheets do could be anywhere
    if (!farColumn.test(place)) throw new HubError('IMPORT_FILE_BROKEN');
    const letters = place.replace(/\d+/, '');
    rows = Math.max(rows, Number(place.slice(letters.length)));
    columns = Math.max(columns, columnNumber(letters));
    if (rows > sheetLimits.rows + 1 || columns > sheetLimits.columns) throw tooLarge();
  }
  return count(sheet, cellTag, rows * columns);
}

/** How often a tag is opened. Throws IMPORT_FILE_TOO_LARGE when it is more often than it can be. */
function count(text: string, tag: RegExp, most: number): number {
  const opened = new RegExp(tag);
  let times = 0;
  while (opened.test(text)) if (++times > most) throw tooLarge();
  return times;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function tooLarge(): HubError {
  return new HubError('IMPORT_FILE_TOO_LARGE', { rows: sheetLimits.rows, columns: sheetLimits.columns });
}
