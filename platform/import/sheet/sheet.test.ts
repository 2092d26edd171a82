import { Readable } from 'node:stream';
import type { FileHandle } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { decodeText } from './decode-text.js';
import { openNameless } from './nameless-file.js';
import { openSheet } from './open-sheet.js';
import { packRows } from './packed-rows.js';
import { columnLetters, sheetLimits, type Cell } from './sheet.js';
import { safeXlsx } from './unpack-xlsx.js';
import { readInThread, type XlsxTask } from './xlsx-thread.js';

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

  it('has at the most a hundred columns', async () => {
    const line = (columns: number): string => Array.from({ length: columns }, () => 'a').join(';');
    expect(await text(`${line(100)}\n${line(100)}`)).toHaveLength(2);
    for (const wide of [line(101), `a;b\n${line(101)}`])
      await expect(text(wide)).rejects.toMatchObject({ code: 'IMPORT_FILE_TOO_LARGE' });
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

  it.each([
    ['more texts than cells', '<sheetData><row r="1"><c r="A1"/></row></sheetData>', '<sst><si/><x:si/></sst>'],
    ['more cells than its rows and columns hold', '<sheetData><row r="1"><c r="A1"/><c/></row></sheetData>', '<sst/>'],
  ])('is refused for %s', (_what, sheet, texts) => {
    const file = zipSync({ ...parts(sheet), 'xl/sharedStrings.xml': strToU8(texts) });
    expect(() => safeXlsx(file)).toThrow(expect.objectContaining({ code: 'IMPORT_FILE_TOO_LARGE' }));
  });

  it('is refused before millions of texts are read that stand in no cell', async () => {
    const real = unzipSync(await writeExcelFile([[{ value: 'aanbod' }]]).toBuffer());
    const texts = `<sst>${'<si><t>a</t></si>'.repeat(3_000_000)}</sst>`;
    const bomb = zipSync({ ...real, 'xl/sharedStrings.xml': strToU8(texts) });
    expect(bomb.length).toBeLessThan(300_000);
    await expect(table(bomb)).rejects.toMatchObject({ code: 'IMPORT_FILE_TOO_LARGE' });
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

describe('a spreadsheet that takes too much to read', () => {
  let task: XlsxTask;
  let file: FileHandle;

  beforeAll(async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) =>
      Array.from({ length: 8 }, (_, column) => ({ value: `${row} ${column}` })),
    );
    const bytes = await writeExcelFile(rows).toBuffer();
    file = await openNameless();
    await file.write(bytes);
    task = { descriptor: file.fd, bytes: bytes.length };
  });
  afterAll(() => file.close());

  it.each([
    ['memory', { heapMegabytes: 12 }],
    ['time', { timeoutMs: 1 }],
  ])('is refused, and the process goes on: %s', async (_what, limits) => {
    await expect(readInThread(task, limits)).rejects.toMatchObject({ code: 'IMPORT_FILE_TOO_LARGE' });
  });

  it('is read no further when nobody waits for it', async () => {
    const gone = new AbortController();
    const reading = readInThread(task, { signal: gone.signal });
    gone.abort(new Error('gone'));
    await expect(reading).rejects.toThrow('gone');
    await expect(readInThread(task, { signal: gone.signal })).rejects.toThrow('gone');
  });

  it('is one whose cells share long texts', () => {
    const row = Array.from({ length: 100 }, () => 'x'.repeat(600));
    expect(() => packRows(Array.from({ length: 1_100 }, () => row))).toThrow(
      expect.objectContaining({ code: 'IMPORT_FILE_TOO_LARGE' }),
    );
    expect(() => packRows([[null], [...row, 'x'.repeat(5_000)].slice(1)])).toThrow(
      expect.objectContaining({ code: 'IMPORT_LINE_UNREADABLE', parameters: { row: 2 } }),
    );
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
