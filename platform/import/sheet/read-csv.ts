import { Readable, pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { HubError } from '../../errors/errors.js';
import { sheetLimits, type SheetRow } from './sheet.js';

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly records: number; readonly empty_lines: number };
}

const separators = [';', ',', '\t', '|'];
/** The first line with which a spreadsheet program is told the separator. */
const separatorLine = /^sep=(.)\r?\n/i;

/** The rows of a table in text, with the separator that its first line uses most. Throws IMPORT_LINE_UNREADABLE for a quote that never closes. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<SheetRow> {
  const { first, rest } = await firstLine(text);
  const told = separatorLine.exec(first)?.[1];
  const skipped = told === undefined ? 0 : 1;
  const body = prepended(first.replace(separatorLine, ''), rest);
  const parser = parse({
    delimiter: told ?? separatorOf(first),
    bom: true,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: sheetLimits.lineCharacters,
  });
  pipeline(Readable.from(body), parser, () => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      if (record.length > sheetLimits.columns)
        throw new HubError('IMPORT_FILE_TOO_LARGE', { rows: sheetLimits.rows, columns: sheetLimits.columns });
      yield {
        row: info.records + info.empty_lines + skipped,
        cells: record.map((cell) => (cell.trim() === '' ? null : cell)),
      };
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, skipped) : error;
  }
}

/** The text up to the first line break that is not within quotes, the break included, and what follows. */
async function firstLine(
  text: AsyncIterable<string>,
): Promise<{ first: string; rest: AsyncIterator<string, undefined> }> {
  const rest = text[Symbol.asyncIterator]() as AsyncIterator<string, undefined>;
  let first = '';
  for (;;) {
    const { value = '', done } = await rest.next();
    first += value;
    const end = endOfLine(first);
    if (end === -1 && !done && first.length <= sheetLimits.lineCharacters) continue;
    if (first.length > sheetLimits.lineCharacters && (end === -1 || end > sheetLimits.lineCharacters))
      throw new HubError('IMPORT_LINE_UNREADABLE', { row: 1 });
    return { first, rest };
  }
}

function endOfLine(text: string): number {
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\n' && !isQuoted) return index;
  }
  return -1;
}

function separatorOf(text: string): string {
  const end = endOfLine(text);
  const line = (end === -1 ? text : text.slice(0, end)).replace(/"[^"]*"/g, '');
  const counted = separators.map((separator) => ({ separator, count: line.split(separator).length - 1 }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).separator;
}

async function* prepended(first: string, rest: AsyncIterator<string, undefined>): AsyncGenerator<string> {
  yield first;
  for (;;) {
    const { value, done } = await rest.next();
    if (done) return;
    yield value;
  }
}

/** The parser tells how far it was: the row that it was in is the next. */
function unreadable(error: CsvError, skipped: number): HubError {
  const row = Number(error['records']) + Number(error['empty_lines']) + skipped + 1;
  return new HubError('IMPORT_LINE_UNREADABLE', { row });
}
