import { describe, expect, it } from '@jest/globals';
import * as columns from '../../../../platform/import/columns/columns.rules.js';
import { momentText, readDay, readMoment, toInstant } from '../../../../platform/import/columns/days.rules.js';
import { readText, readWhole } from '../../../../platform/import/columns/values.rules.js';
import type { Cell } from '../../../../platform/import/sheet/sheet.js';
import { figureColumns } from './column-names.js';
import { readRow } from './row.rules.js';
import { readStatus, readUnit } from './values.rules.js';

const columnOf = (name: string) => columns.columnOf(figureColumns, name);
const readHeader = (cells: readonly Cell[]) => columns.readHeader(figureColumns, cells);
const ignoredNotice = (header: ReturnType<typeof readHeader>) => columns.ignoredNotice(figureColumns, header);

describe('the name of a column', () => {
  it.each([
    ['Aanbod', 'offerKey'],
    ['offerKey', 'offerKey'],
    [' WACHTTIJD  (dagen) ', 'waitEstimateDays'],
    ['vrij_vanaf', 'nextAvailableOn'],
    ['As Of', 'asOf'],
    ['Aanbodcode', 'offerKey'],
    ['Vrije plaatsen', 'available'],
    ['Plaatsen vrij', 'available'],
    ['Laatste vrij', 'lastAvailable'],
    ['kleur', undefined],
    ['constructor', undefined],
  ])('%j stands for %s', (name, column) => {
    expect(columnOf(name)).toBe(column);
  });

  it('is repeated only where it can be nothing but a name', () => {
    const names = ['aanbod', 'vrij', 'maximum', 'kleur (rood)', '=1+1', '06-12345678', null, 'x'.repeat(50)];
    expect(readHeader(names).ignored).toEqual(['D (kleur (rood))', 'E', 'F', 'H']);
  });

  it('must be there for the columns that matter; those that are not known are named with their place', () => {
    const parameters = { columns: 'aanbod, maximum', unknown: 'C (Zorgcode), D' };
    expect(() => readHeader(['vrij', 'naam', 'Zorgcode', '12'])).toThrow(expect.objectContaining({ parameters }));
    const none = { columns: 'aanbod, maximum', unknown: '-' };
    expect(() => readHeader(['vrij'])).toThrow(expect.objectContaining({ parameters: none }));
  });

  it('that is not known may be replaced by one that is', () => {
    const header = readHeader(['aanbod', 'vrij', 'maximum', 'kleur', 'eenheid', 'status', 'wachtlijst', 'volgnummer']);
    expect(ignoredNotice(header)?.message).toBe(
      'Deze kolommen zijn niet gelezen: D (kleur). Horen ze erbij, geef ze dan een naam die de hub kent: peildatum, vrij vanaf, wachttijd (dagen), opmerking.',
    );
    expect(ignoredNotice(readHeader(['aanbod', 'vrij', 'maximum', 'laatste vrij', 'naam']))).toBeNull();
  });
});

describe('a number', () => {
  it.each<[Cell, number | null]>([
    [4, 4],
    ['4', 4],
    [' 4,0 ', 4],
    ['4.00', 4],
    ['-1', -1],
    [null, null],
  ])('%j is read as %s', (cell, value) => {
    expect(readWhole(cell)).toEqual({ value });
  });

  it.each<Cell>(['4,5', '1.000', '1e3', 'vier', '٣', 4.5, true, '', new Date(0), '9'.repeat(17)])(
    '%p is none',
    (cell) => {
      expect(readWhole(cell)).toHaveProperty('advice');
    },
  );
});

describe('a word', () => {
  it('stands for a code, in Dutch or as code', () => {
    for (const word of ['HAS_CAPACITY', 'has capacity', 'Er is plaats', 'vrij'])
      expect(readStatus(word)).toEqual({ value: 'HAS_CAPACITY' });
    for (const word of ['plaats (bed)', 'Plek', 'PLACE']) expect(readUnit(word)).toEqual({ value: 'PLACE' });
    expect(readStatus('misschien')).toHaveProperty('advice');
    expect(readStatus(null)).toEqual({ value: null });
  });

  it('loses the apostrophe that keeps a spreadsheet from computing it, and no other', () => {
    expect(readText("'=groep")).toEqual({ value: '=groep' });
    expect(readText("'s avonds")).toEqual({ value: "'s avonds" });
  });
});

describe('a day', () => {
  it.each<[Cell, string]>([
    ['15-01-2027', '2027-01-15'],
    ['5-1-2027', '2027-01-05'],
    ['2027-01-15', '2027-01-15'],
    ['29-02-2028', '2028-02-29'],
    ['28/11/2026', '2026-11-28'],
    ['28-11-26', '2026-11-28'],
    ['28/1/26', '2026-01-28'],
    [new Date('2027-01-15T00:00:00Z'), '2027-01-15'],
  ])('%p is %s', (cell, value) => {
    expect(readDay(cell)).toEqual({ value });
  });

  it.each<Cell>([
    '31-02-2026',
    '29-02-2027',
    '15/01-2027',
    '01-15-2027',
    '15-01-127',
    'morgen',
    46_000,
    true,
    new Date(NaN),
  ])('%p is none', (cell) => {
    expect(readDay(cell)).toHaveProperty('advice');
  });
});

describe('a moment', () => {
  it.each<[Cell, string]>([
    ['21-11-2026 09:00', '2026-11-21T08:00:00.000Z'],
    ['21-07-2026 09:00:30', '2026-07-21T07:00:30.000Z'],
    ['2026-11-21T09:00:00', '2026-11-21T08:00:00.000Z'],
    ['2026-11-21T09:00:00Z', '2026-11-21T09:00:00.000Z'],
    ['2026-11-21T09:00:00.5+02:00', '2026-11-21T07:00:00.500Z'],
    // the hour that comes twice, and the one that does not come
    ['25-10-2026 03:30', '2026-10-25T02:30:00.000Z'],
    ['29-03-2026 03:30', '2026-03-29T01:30:00.000Z'],
    [new Date('2026-11-21T09:00:00Z'), '2026-11-21T08:00:00.000Z'],
    ['21/11/26 09:00', '2026-11-21T08:00:00.000Z'],
    ['21-11-2026', '2026-11-21'],
  ])('%p is %s', (cell, value) => {
    expect(readMoment(cell)).toEqual({ value });
  });

  it('is written as it may be read', () => {
    expect(momentText(new Date('2026-07-01T22:05:00Z'))).toBe('02-07-2026 00:05');
  });

  it('that is a day is now when it is today, else the beginning of that day', () => {
    const now = new Date('2026-11-21T23:30:00Z');
    expect(toInstant('2026-11-22', now)).toEqual(now);
    expect(toInstant('2026-11-21', now)).toEqual(new Date('2026-11-20T23:00:00Z'));
    expect(toInstant('2026-11-21T08:00:00.000Z', now)).toEqual(new Date('2026-11-21T08:00:00Z'));
  });
});

describe('a row', () => {
  const cells = { offerKey: 'groep-3', available: '2', maximum: 6 };
  const read = (replaced: Record<string, Cell>) =>
    readRow(7, 'SHEET', (column) => (({ ...cells, ...replaced }) as Record<string, Cell>)[column] ?? null);

  it('leaves open what it does not say', () => {
    expect(read({})).toMatchObject({
      row: 7,
      faults: [],
      values: { offerKey: 'groep-3', available: 2, maximum: 6, status: null, unit: null, asOf: null, sequence: null },
    });
  });

  it.each([
    ['offerKey', null],
    ['available', null],
    ['maximum', 'veel'],
    ['asOf', 'gisteren'],
    ['note', new Date(0)],
  ])('says in which column it is wrong: %s', (column, cell) => {
    expect(read({ [column]: cell })).toMatchObject({
      values: { [column]: null },
      faults: [{ parameters: { field: column } }],
    });
  });

  it('tells everything that is wrong with it, and what could be read', () => {
    const { values, faults } = read({
      available: 'veel',
      status: 'misschien',
      nextAvailableOn: 'ooit',
      note: 'rustig',
    });
    expect(faults.map(({ parameters }) => parameters.field)).toEqual(['status', 'available', 'nextAvailableOn']);
    expect(values).toMatchObject({ offerKey: 'groep-3', available: null, maximum: 6, note: 'rustig' });
  });
});
