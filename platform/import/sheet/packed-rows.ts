import { HubError } from '../../errors/errors.js';
import { sheetLimits, type Cell, type SheetRow } from './sheet.js';

const rowsInPack = 500;

/** A cell in JSON: a date is the milliseconds of its moment. */
type PackedCell = Exclude<Cell, Date> | readonly [number];

/**
 * Rows on their way from the thread that read them: lines of JSON, some hundreds together, so that whoever takes them in has few of them
 * in memory. A text that thousands of cells share is as large as they are together: throws IMPORT_LINE_UNREADABLE and
 * IMPORT_FILE_TOO_LARGE before it is.
 */
export function packRows(table: readonly (readonly Cell[])[]): Uint8Array<ArrayBuffer>[] {
  const packs: Uint8Array<ArrayBuffer>[] = [];
  let lines: string[] = [];
  let characters = 0;
  for (const [index, cells] of table.entries()) {
    if (cells.every((cell) => cell === null)) continue;
    checkLine(cells, index + 1);
    const line = JSON.stringify([index + 1, cells.map(packed)]);
    characters += line.length;
    if (characters > sheetLimits.unpackedBytes) throw tooLarge();
    if (lines.push(line) < rowsInPack) continue;
    packs.push(new TextEncoder().encode(lines.join('\n')));
    lines = [];
  }
  return lines.length > 0 ? [...packs, new TextEncoder().encode(lines.join('\n'))] : packs;
}

/** The rows of one pack. */
export function* unpackRows(pack: Uint8Array): Generator<SheetRow> {
  for (const line of new TextDecoder().decode(pack).split('\n')) {
    const [row, cells] = JSON.parse(line) as [number, PackedCell[]];
    yield { row, cells: cells.map(unpacked) };
  }
}

function checkLine(cells: readonly Cell[], row: number): void {
  if (cells.length > sheetLimits.columns) throw tooLarge();
  let characters = 0;
  for (const cell of cells) if (typeof cell === 'string') characters += cell.length;
  if (characters > sheetLimits.lineCharacters) throw new HubError('IMPORT_LINE_UNREADABLE', { row });
}

function packed(cell: Cell): PackedCell {
  return cell instanceof Date ? [cell.getTime()] : cell;
}

function unpacked(cell: PackedCell): Cell {
  return typeof cell === 'object' && cell !== null ? new Date(cell[0]) : cell;
}

function tooLarge(): HubError {
  return new HubError('IMPORT_FILE_TOO_LARGE', { rows: sheetLimits.rows, columns: sheetLimits.columns });
}
