import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles } from '../../../platform/identity/caller.js';
import type { Actor } from '../../actors.js';
import { importFile, type ImportAnswer } from '../../builders/rows/import-file.js';
import { startTestHub, type TestHub } from '../../hub.js';

const planner: Actor = { role: 'provider-planner', organisation: 'windvaan' };
const foreign: Actor = { role: 'provider-planner', organisation: 'waterlelie' };

interface OfferAnswer {
  offers: { edges: { node: { key: string; unit: string; latestReport: Report | null } }[] };
}

interface Report {
  status: string;
  available: number;
  maximum: number;
  method: string;
  asOf: string;
  nextAvailableOn: string | null;
  waitlistCount: number | null;
}

describe('a planner who sends a file of figures', () => {
  let hub: TestHub;
  let keys: string[];
  let foreignKey: string;

  beforeAll(async () => {
    hub = await startTestHub();
    keys = [...(await figures(planner)).keys()];
    foreignKey = [...(await figures(foreign)).keys()].find((key) => !keys.includes(key)) ?? '';
    expect(keys.length).toBeGreaterThanOrEqual(2);
  });
  afterAll(() => hub.close());

  async function figures(actor: Actor): Promise<Map<string, Report | null>> {
    const fields = 'status available maximum method asOf nextAvailableOn waitlistCount';
    const document = `{ offers(first: 100) { edges { node { key unit latestReport { ${fields} } } } } }`;
    const { data } = await hub.query<OfferAnswer>(document, {}, actor);
    return new Map(data.offers.edges.map(({ node }) => [node.key, node.latestReport]));
  }

  const send = (file: string | Uint8Array, query = '', headers = {}, actor = planner): Promise<ImportAnswer> =>
    importFile(hub, actor, file, { query, headers });

  it('has its figures stored, whatever separator and letters the file has', async () => {
    const [key = ''] = keys;
    const line = (values: string[], separator: string) => values.join(separator);
    const names = ['Aanbod', 'Vrij', 'Maximum', 'Vrij vanaf', 'Wachtlijst', 'Opmerking'];
    for (const [index, separator] of [';', ',', '\t'].entries()) {
      const values = [key, String(index + 1), '8,0', '15-01-2027', '', '"één kamer; klein, rustig"'];
      const text = `${line(names, separator)}\r\n${line(
        values.map((value) => (separator === ',' && value === '8,0' ? '"8,0"' : value)),
        separator,
      )}\r\n\r\n`;
      const file = index === 1 ? Buffer.from(text, 'latin1') : Buffer.from(`${index === 2 ? '\ufeff' : ''}${text}`);
      const { status, summary, rows } = await send(file);
      expect({ status, rows }).toEqual({ status: 200, rows: [] });
      expect(summary).toMatchObject({ rows: 1, accepted: 1, rejected: 0, isComplete: true, isReplay: false });
      expect((await figures(planner)).get(key)).toMatchObject({
        status: 'HAS_CAPACITY',
        available: index + 1,
        maximum: 8,
        method: 'IMPORT',
        nextAvailableOn: '2027-01-15',
      });
    }
  });

  it('hears of each wrong row where it stands, and has the others stored', async () => {
    const file = [
      'aanbod;vrij;maximum;status;eenheid;peildatum;opmerking',
      `${keys[0]};veel;6;;;;`,
      '',
      `${keys[0]};7;6;;;;`,
      `${keys[0]};1;6;misschien;;;`,
      `${foreignKey};1;6;;;;`,
      `${keys[0]};1;6;;;31-02-2026;`,
      `${keys[0]};1;6;;;;BSN 123456782`,
      `${keys[1]};3;6;er is plaats;;;`,
      `${keys[0]};1;6;;;01-01-2020;`,
      ';1;6;;;;',
    ].join('\n');
    const { rows, summary } = await send(file);
    expect(rows.map(({ row, column, outcome, code }) => [row, column, outcome, code])).toEqual([
      [2, 'B', 'REJECTED', 'BAD_USER_INPUT'],
      [4, 'B', 'REJECTED', 'AVAILABLE_ABOVE_MAXIMUM'],
      [5, 'D', 'REJECTED', 'BAD_USER_INPUT'],
      [6, 'A', 'REJECTED', 'OFFER_KEY_UNKNOWN'],
      [7, 'F', 'REJECTED', 'BAD_USER_INPUT'],
      [8, 'G', 'REJECTED', 'CONTAINS_BSN'],
      [10, 'F', 'OUTDATED', 'AS_OF_OUTDATED'],
      [11, 'A', 'REJECTED', 'BAD_USER_INPUT'],
    ]);
    expect(rows[0]?.['message']).toBe('vrij (B2): Vul een heel getal in, zonder tekst of punt, bijvoorbeeld 2.');
    expect(JSON.stringify(rows)).not.toMatch(/veel|misschien|123456782/);
    expect(summary).toMatchObject({ rows: 9, accepted: 1, outdated: 1, rejected: 7 });
    expect((await figures(planner)).get(keys[1] ?? '')).toMatchObject({ available: 3, method: 'IMPORT' });
  });

  it('sees what a rehearsal would change, and nothing is changed', async () => {
    const before = await figures(planner);
    const file = `aanbod,vrij,maximum,wachtlijst\n${keys[0]},5,6,2\n`;
    const { rows, summary } = await send(file, '?isRehearsal=true');
    expect(rows).toMatchObject([
      {
        row: 2,
        offerKey: keys[0],
        outcome: 'ACCEPTED',
        from: { available: before.get(keys[0] ?? '')?.available, nextAvailableOn: '2027-01-15', waitlistCount: null },
        to: { status: 'HAS_CAPACITY', available: 5, maximum: 6, nextAvailableOn: null, waitlistCount: 2 },
      },
    ]);
    expect(summary).toMatchObject({ accepted: 1, isRehearsal: true });
    expect(await figures(planner)).toEqual(before);
  });

  it('sees in a rehearsal which old figures it would make new', async () => {
    const report = (await figures(planner)).get(keys[1] ?? '');
    const file = `aanbod;vrij;maximum\n${keys[1]};${report?.available};${report?.maximum}\n`;
    const { rows, summary } = await send(file, '?isRehearsal=true');
    expect(rows).toMatchObject([{ row: 2, outcome: 'UNCHANGED', from: { available: 3 }, to: { available: 3 } }]);
    const asOf = (row: unknown) => new Date((row as { asOf: string }).asOf).getTime();
    expect(asOf(rows[0]?.['from'])).toBe(asOf(report));
    expect(asOf(rows[0]?.['to'])).toBeGreaterThan(asOf(report));
    expect(summary).toMatchObject({ accepted: 0, unchanged: 1 });
  });

  it('hears of everything that is wrong in a row, of the key before all else', async () => {
    const file = [
      'aanbod;vrij;maximum;status;peildatum',
      `${keys[0]};-1;;misschien;01-01-2090`,
      'Totaal;veel;;;',
      `${keys[0]};1;6;;;;extra`,
    ].join('\n');
    const { rows, summary } = await send(file);
    expect(rows.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'B', 'BAD_USER_INPUT'],
      [2, 'C', 'BAD_USER_INPUT'],
      [2, 'D', 'BAD_USER_INPUT'],
      [2, 'E', 'AS_OF_AHEAD'],
      [3, 'A', 'OFFER_KEY_UNKNOWN'],
      [4, 'G', 'BAD_USER_INPUT'],
    ]);
    expect(rows.map(({ message }) => message)).toEqual([
      'vrij (B2): Vul een getal van 0 tot 10.000 in.',
      'maximum (C2): Dit vak is leeg. Vul het in.',
      expect.stringMatching(/^status \(D2\): Kies een van deze: er is plaats, /),
      'peildatum (E2): Deze datum ligt in de toekomst. Vul de dag van vandaag in of laat het vak leeg.',
      expect.stringContaining('Is dit een totaalregel? Haal hem dan weg.'),
      'In G4 staat iets buiten de kolommen (een extra ; of ,?). Haal het weg.',
    ]);
    expect(summary).toMatchObject({ rows: 3, rejected: 3 });
    const { rows: english } = await send(file, '', { 'accept-language': 'en' });
    expect(english[1]?.['message']).toBe('maximum (C2): This cell is empty. Fill it in.');
  });

  it('hears which row counts of an offer that stands there twice', async () => {
    const { lines } = await send(`aanbod;vrij;maximum\n${keys[0]};1;9\n${keys[1]};3;6\n${keys[0]};2;9\n`);
    expect(lines.filter(({ kind }) => kind === 'notice')).toMatchObject([
      { code: 'IMPORT_OFFER_REPEATED', offerKey: keys[0], message: 'Dit aanbod staat in regel 2 en 4; regel 4 geldt.' },
    ]);
    expect((await figures(planner)).get(keys[0] ?? '')).toMatchObject({ available: 2 });
  });

  it('may ask for the whole file or nothing', async () => {
    const before = await figures(planner);
    const file = `aanbod,vrij,maximum\n${keys[0]},5,6\n${keys[1]},7,6\n`;
    const { rows, summary } = await send(file, '?isAtomic=true');
    expect(rows.map(({ row, code }) => [row, code])).toEqual([
      [2, 'OTHER_ROWS_REFUSED'],
      [3, 'AVAILABLE_ABOVE_MAXIMUM'],
    ]);
    expect(summary).toMatchObject({ accepted: 0, rejected: 2, isAtomic: true });
    expect(await figures(planner)).toEqual(before);
    const whole = await send(file.replace('7,6', '6,6'), '?isAtomic=true');
    expect(whole.summary).toMatchObject({ accepted: 2, rejected: 0 });
  });

  it('may send the same file again without doing it twice', async () => {
    const file = `aanbod,vrij,maximum\n${keys[0]},2,9\n`;
    const headers = { 'idempotency-key': '"file-1"' };
    expect((await send(file, '', headers)).summary).toMatchObject({ accepted: 1, isReplay: false });
    expect((await send(file, '', headers)).summary).toMatchObject({ accepted: 1, isReplay: true });
    expect((await send(file, '')).summary).toMatchObject({ accepted: 0, unchanged: 1, isReplay: false });
    const other = await send(file.replace('2,9', '3,9'), '', headers);
    expect(other).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', summary: { isComplete: false, rows: 0 } });
    expect(JSON.stringify(other.lines)).toContain('header idempotency-key');
    expect((await send(file, '', { 'idempotency-key': 'a b' })).code).toBe('IDEMPOTENCY_KEY_INVALID');
  });

  it('may send lines of JSON, with English names', async () => {
    const line = (fields: object): string => `${JSON.stringify(fields)}\n`;
    const report = { offerKey: keys[0], available: 4, maximum: 9, status: 'HAS_CAPACITY', sequence: 9_000_000 };
    const file = line(report) + 'no json\n' + line({ ...report, available: [1] }) + line({ ...report, sequence: 5 });
    const { rows, summary } = await send(file);
    expect(rows.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, null, 'IMPORT_LINE_UNREADABLE'],
      [3, null, 'BAD_USER_INPUT'],
      [4, null, 'SEQUENCE_OUTDATED'],
    ]);
    expect(rows[1]?.['message']).toBe('available: Geef een tekst of een getal, geen lijst of object.');
    expect(summary).toMatchObject({ accepted: 1, outdated: 1, rejected: 2 });
  });

  it('may send HSDS, and hears of its own fields there', async () => {
    const wrong = { service_id: keys[0], available: -1, maximum: 6, updated: 'soon', unit: { name: 'kilogram' } };
    const ahead = { ...wrong, available: 1, updated: '2090-01-01T09:00:00Z', unit: { name: 'places' } };
    const { rows } = await send(`${JSON.stringify(wrong)}\n${JSON.stringify(ahead)}\n`);
    expect(rows.slice(0, 3).map(({ message }) => String(message).split(' ')[0])).toEqual([
      'updated:',
      'available:',
      'unit:',
    ]);
    expect(rows.at(-1)?.['message']).toContain('Het moment in "updated" ligt meer dan vijf minuten vooruit');
  });

  it('hears which columns are missing, doubled or not read', async () => {
    const titled = await send('Cijfers week 48\nAanbodnr;Zorgvorm\na;1');
    expect(titled).toMatchObject({ status: 400, code: 'IMPORT_COLUMNS_MISSING' });
    expect(JSON.stringify(titled.lines)).toContain('haal een titel erboven weg');
    const named = await send('Aanbodnr;Zorgvorm;maximum\na;1;1');
    expect(JSON.stringify(named.lines)).toContain('aanbod, vrij. Niet herkend: A (Aanbodnr), B (Zorgvorm). Hernoem ze');
    expect(await send('vrij;available;aanbod;maximum\n1;1;a;1')).toMatchObject({ code: 'IMPORT_COLUMNS_REPEATED' });
    const { lines } = await send(`aanbod;vrij;maximum;kleur;=cmd|x\n${keys[0]};1;9;rood;x`);
    expect(lines[1]).toMatchObject({ kind: 'notice', code: 'IMPORT_COLUMNS_IGNORED', columns: 'D (kleur), E' });
    expect(lines[1]?.['message']).toContain('een naam die de hub kent: eenheid, status, peildatum');
  });

  it.each([
    ['a page of the web', '<!doctype html><html>', 'IMPORT_FILE_UNKNOWN'],
    ['a PDF', '%PDF-1.7 x', 'IMPORT_FILE_UNKNOWN'],
    ['an old spreadsheet', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'IMPORT_FILE_UNKNOWN'],
    ['text in UTF-16', Buffer.from('\ufeffaanbod;vrij;maximum\na;1;1', 'utf16le'), 'IMPORT_ENCODING_UNKNOWN'],
    ['random bytes', Buffer.from(Array.from({ length: 900 }, (_, index) => (index * 73) % 256)), 'IMPORT_FILE_UNKNOWN'],
    ['nothing', '', 'IMPORT_FILE_EMPTY'],
    ['blank lines', '\n\n  \n', 'IMPORT_FILE_EMPTY'],
    ['names alone', 'aanbod;vrij;maximum\n', 'IMPORT_FILE_EMPTY'],
    ['a list in JSON', '[{"offerKey":"a"}]', 'IMPORT_FILE_UNKNOWN'],
    ['an archive that is cut', Buffer.from('PK\u0003\u0004abcdef'), 'IMPORT_FILE_BROKEN'],
    ['a line of ten megabytes', 'a'.repeat(10_000_000), 'IMPORT_LINE_UNREADABLE'],
    ['a name that never closes', '"aanbod;vrij;maximum\na;1;1', 'IMPORT_LINE_UNREADABLE'],
    ['letters of nowhere', Buffer.from('aanbod;vrij;maximum;é\n\xff\xfe;1;1', 'latin1'), undefined],
  ])('is told when the file is %s', async (_what, file, code) => {
    const answer = await send(file);
    expect(answer.code ?? answer.rows[0]?.['code']).toBe(code ?? 'OFFER_KEY_UNKNOWN');
    expect(answer.status === 200).toBe(code === undefined);
    if (code === 'IMPORT_FILE_UNKNOWN') expect(JSON.stringify(answer.lines)).toContain('een oud Excel-bestand (.xls)');
  });

  it('is told where a file breaks off, and keeps what came before', async () => {
    const rows = Array.from({ length: 600 }, (_, index) => `${keys[0]};${index % 9};9`);
    const broken = `aanbod;vrij;maximum\n${rows.join('\n')}\n"${keys[1]};1;9\n${'x;1;1\n'.repeat(100)}`;
    const { code, summary, lines } = await send(broken);
    expect(code).toBe('IMPORT_LINE_UNREADABLE');
    expect(lines.find(({ kind }) => kind === 'error')).toMatchObject({ row: 602 });
    expect(summary).toMatchObject({ isComplete: false, rows: 500 });
  });

  it('has lone quotes and NUL read as what they are', async () => {
    const long = `kamer 2" breed ${'x'.repeat(480)}`;
    const { rows, summary } = await send(
      `aanbod;vrij;maximum;opmerking\n${keys[0]};1;9;${long}\n${keys[0]};1;9;a\0b\n${keys[0]}\0;1;9;\n`,
    );
    expect(rows.map(({ row, code }) => [row, code])).toEqual([
      [3, 'BAD_USER_INPUT'],
      [4, 'BAD_USER_INPUT'],
    ]);
    expect(summary).toMatchObject({ rows: 3, rejected: 2, isComplete: true });
  });

  it('may leave rows of the template open', async () => {
    const open = `aanbod;naam;status;vrij;maximum;eenheid\n${keys[1]};Naam;;;;plaats (bed)\n`;
    expect((await send(open)).summary).toMatchObject({ rows: 0, passedOver: 1, rejected: 0, isComplete: true });
    const prefilled = `${keys[1]};Naam;;;6;plaats (bed)\n`;
    const { summary } = await send(`${open}${prefilled}${keys[0]};Naam;;1;9;\n`);
    expect(summary).toMatchObject({ rows: 1, passedOver: 2, rejected: 0 });
    const halfway = await send(`${open}${keys[1]};Naam;vol;;6;\n`);
    expect(halfway.rows).toMatchObject([{ row: 3, column: 'D', message: 'vrij (D3): Dit vak is leeg. Vul het in.' }]);
  });

  it('is a provider: nobody else may', async () => {
    for (const role of roles.filter((role) => role !== 'provider-planner' && role !== 'provider-system')) {
      const answer = await send('aanbod;vrij;maximum\na;1;1\n', '', {}, { role });
      expect({ role, status: answer.status, code: answer.code }).toEqual({ role, status: 403, code: 'FORBIDDEN' });
    }
    const response = await fetch(`${hub.url}/import`, { method: 'POST', body: 'aanbod' });
    expect(response.status).toBe(401);
  });

  it('says how with words that are known', async () => {
    expect(await send('a', '?dryRun=true')).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    expect(await send('a', '?isAtomic=yes')).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    const form = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(await send('--x', '', form)).toMatchObject({ status: 415, code: 'IMPORT_FILE_UNKNOWN' });
    expect(await send(Buffer.alloc(20_000_001, 'a'))).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
  });
});
