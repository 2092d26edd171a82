import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { openImport } from '../../platform/import/read-rows.js';
import { openSheet } from '../../platform/import/sheet/open-sheet.js';
import type { Cell } from '../../platform/import/sheet/sheet.js';
import { figureFile } from '../../subgraphs/capacity/import/figure-file.js';
import type { OwnOffer } from './own-offers.js';
import { templateFile } from './template-file.js';

const offer: OwnOffer = {
  key: 'groep-3',
  title: 'Groep 3',
  unit: 'PLACE',
  latestReport: { status: 'WAITLIST', available: 0, maximum: 6, waitlistCount: 3, asOf: '2026-10-12T07:30:00.000Z' },
};

async function rowsOf(file: Uint8Array): Promise<Map<string, Cell>[]> {
  const sheet = await openSheet(Readable.from([file]), null);
  if (sheet.kind === 'NDJSON') throw new Error('a table');
  const rows: (readonly Cell[])[] = [];
  for await (const { cells } of sheet.rows) rows.push(cells);
  const [names = [], ...others] = rows;
  return others.map((cells) => new Map(names.map((name, index) => [String(name), cells[index] ?? null])));
}

describe('the spreadsheet to fill in', () => {
  it('shows the last figure beside what is to be filled in, which is empty', async () => {
    const [row] = await rowsOf(await templateFile([offer]));
    expect(Object.fromEntries(row ?? [])).toEqual({
      aanbod: 'groep-3',
      naam: 'Groep 3',
      'laatste vrij': 0,
      'laatste status': 'er is een wachtlijst',
      'laatste wachtlijst': 3,
      'laatste peildatum': '12-10-2026 09:30',
      vrij: null,
      maximum: 6,
      eenheid: 'plaats (bed)',
      status: null,
      peildatum: null,
      'vrij vanaf': null,
      wachtlijst: null,
      'wachttijd (dagen)': null,
      opmerking: null,
      volgnummer: null,
    });
  });

  it('that comes back untouched says nothing of any offer', async () => {
    const file = await openImport(figureFile, {
      body: Readable.from([await templateFile([offer, { ...offer, latestReport: null }])]),
      mediaType: null,
    });
    const rows: unknown[] = [];
    for await (const row of file.rows) rows.push(row);
    expect({ rows, notice: file.notice, passedOver: file.passedOver() }).toEqual({
      rows: [],
      notice: null,
      passedOver: 2,
    });
  });
});
