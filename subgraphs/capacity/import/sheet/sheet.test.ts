import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync, type Zippable } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { decodeText } from './decode-text.js';
import { openSheet } from './open-sheet.js';
import { columnLetters, sheetLimits, type Cell } from './sheet.js';
import { safeXlsx } from './unpack-xlsx.js';

async function table(file: Uint8Array): Promise<[number, readonly Cell[]][]> {
  const sheet = await openSheet(Readable.from([file]), null);
  if (sheet.kind === 'NDJSON') throw new Error('a table');
  const rows: [number, readonly Cell[]][] = [];
  for await (const { row, cells } of sheet.rows) rows.push([row, cells]);
  return rows;
}

const text = (value: string): Promise<[number, readonly Cell[]][]> => table(Buffer.from(value));

async function decoded(...chunks: Uint8Array[]): Promise<string> {
  let all = '';
  for await (const part of decodeText(Readable.from(chunks))) all += part;
  return all;
}

describe('the letters of a file', () => {
  const words = 'één café; 3 € €';

  it.each(['utf8', 'bom', 'windows'])('are read, wherever the file is cut in pieces: %s', async (encoding) => {
    const windows = Buffer.from(words.replaceAll('€', '\x80'), 'latin1');
    const bytes = encoding === 'windows' ? windows : Buffer.from((encoding === 'bom' ? '\ufeff' : '') + words);
    for (let cut = 0; cut <= bytes.length; cut++)
      expect(await decoded(bytes.subarray(0, cut), bytes.subarray(cut))).toBe(words);
    expect(await decoded(...[...bytes].map((byte) => Buffer.of(byte)))).toBe(words);
  });

  it.each([
    ['with the mark of its order', '\ufeffaanbod;vrij'],
    ['without one', 'aanbod;vrij'],
  ])('are of UTF-16 %s, which is refused as such', async (_what, words) => {
    const little = Buffer.from(words, 'utf16le');
    for (const file of [little, Buffer.from(little).swap16()])
      await expect(table(file)).rejects.toMatchObject({ code: 'IMPORT_ENCODING_UNKNOWN' });
  });

  it('may not change on the way', async () => {
    const mixed = Buffer.concat([Buffer.from('één'), Buffer.from('é', 'latin1'), Buffer.from('n')]);
    await expect(decoded(mixed)).rejects.toMatchObject({ code: 'IMPORT_ENCODING_UNKNOWN' });
  });
});

describe('a table in text', () => {
  it.each([';', ',', '\t', '|'])('is separated by what its first line uses most: %j', async (separator) => {
    const cell = separator === ',' ? '"4,0"' : '4,0';
    expect(await text(`a${separator}"b;,x"${separator}c\n1${separator}${cell}${separator}\n`)).toEqual([
      [1, ['a', 'b;,x', 'c']],
      [2, ['1', '4,0', null]],
    ]);
  });

  it('may tell its separator', async () => {
    expect(await text('sep=|\na|b,c,d\n1|2\n')).toEqual([
      [2, ['a', 'b,c,d']],
      [3, ['1', '2']],
    ]);
  });

  it('has its rows numbered as a spreadsheet numbers them', async () => {
    const rows = await text('a;b\r\n\r\n"x\r\ny";1\r\n\r\n\r\nz;2');
    expect(rows.map(([row]) => row)).toEqual([1, 3, 6]);
  });
});

describe('a spreadsheet', () => {
  const parts = (sheet: string): Zippable => ({ 'xl/worksheets/sheet1.xml': strToU8(sheet) });

  it('is read with its dates, numbers and empty rows', async () => {
    const file = await writeExcelFile([
      [{ value: 'aanbod' }, { value: 'peildatum' }],
      [],
      [
        { value: 'groep' },
        { value: new Date('2026-11-21T09:00:00Z'), type: Date, format: 'dd-mm-yyyy hh:mm' },
        { value: 3, type: Number },
      ],
    ]).toBuffer();
    expect(await table(file)).toEqual([
      [1, ['aanbod', 'peildatum', null]],
      [3, ['groep', new Date('2026-11-21T09:00:00Z'), 3]],
    ]);
  });

  it.each([
    ['a row far down', '<sheetData><row r="1048576"/></sheetData>', 'IMPORT_FILE_TOO_LARGE'],
    ['a cell far to the right', "<sheetData><row><c r='XFD1'/></row></sheetData>", 'IMPORT_FILE_TOO_LARGE'],
    ['a hidden address', '<sheetData><row r="&#49;000000"/></sheetData>', 'IMPORT_FILE_BROKEN'],
    ['a number in another form', '<sheetData><row x="1"r="1e6"/></sheetData>', 'IMPORT_FILE_BROKEN'],
  ])('is refused for %s', (_what, sheet, code) => {
    expect(() => safeXlsx(zipSync(parts(sheet)))).toThrow(expect.objectContaining({ code }));
  });

  it('is refused when it is larger than it looks', () => {
    const bomb = zipSync(parts(' '.repeat(sheetLimits.unpackedBytes + 1)));
    expect(bomb.length).toBeLessThan(100_000);
    expect(() => safeXlsx(bomb)).toThrow(expect.objectContaining({ code: 'IMPORT_FILE_TOO_LARGE' }));
  });

  it('is refused when it is cut or is another archive', async () => {
    const file = await writeExcelFile([[{ value: 'aanbod' }]]).toBuffer();
    for (const broken of [file.subarray(0, file.length / 2), zipSync({ 'a.txt': strToU8('a') })])
      await expect(table(broken)).rejects.toMatchObject({ code: 'IMPORT_FILE_BROKEN' });
  });
});

describe('the letters over a column', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
  });
});
