import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { withClient } from '../../../infra/database/client.js';
import { roles } from '../../../platform/identity/caller.js';
import { broker, type Actor } from '../../actors.js';
import { importFile, type ImportAnswer } from '../../builders/rows/import-file.js';
import { startTestHub, type TestHub } from '../../hub.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);
const planner: Actor = { role: 'provider-planner', organisation: 'rietvink' };
const foreign: Actor = { role: 'provider-planner', organisation: 'polderlicht' };
const header =
  'sleutel;naam;functie;register;registratienummer;deskundigheid;gemeenten;talen;telefoon werk;telefoon tonen;e-mail werk;vindbaar;ervaring;ervaring tonen;uit dienst per';
const kim =
  'k-1;Kim Voorbeeld;hondenfluisteraar;SKJ;VOORBEELD-901;"trauma: specialist; autisme: ervaren";Lelystad, Almere;Nederlands, Turks;0320-000 901;nee;kim@rietvink.example;ja;;;';
const bo = 'k-2;Bo Voorbeeld;buddy met ervaring;;;;0995;nl;;;;ja;als kind in een pleeggezin gewoond;ja;';

interface Found {
  readonly searchProfessionals:
    { professional: { name: string; languages: string[]; workContact: object; expertise: object[] } | null }[] | null;
}

describe('a planner who sends a file of professionals', () => {
  let hub: TestHub;
  let folder: string;

  beforeAll(async () => {
    hub = await startTestHub();
    folder = await mkdtemp(join(tmpdir(), 'professionals-'));
  });
  afterAll(async () => {
    await hub.close();
    await rm(folder, { recursive: true });
  });

  const send = (file: string | Uint8Array, query = '', headers = {}, actor = planner): Promise<ImportAnswer> =>
    importFile(hub, actor, file, { query, headers, route: '/import/professionals' });
  const found = async (search: object, actor: Actor = broker) => {
    const variables = { search: { municipalityCode: '0995', ...search } };
    const { data } = await hub.query<Found>(committedDocument('search-professionals'), variables, actor);
    return (data.searchProfessionals ?? []).flatMap(({ professional }) => professional ?? []);
  };
  const stored = (): Promise<number> =>
    withClient(hub.database.url('owner'), async (client) => {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::integer as count from people.professional where key like 'k-%'`,
      );
      return rows[0]?.count ?? 0;
    });

  it('sees in a rehearsal what would become of each, and nobody is taken in', async () => {
    const { rows, summary } = await send([header, kim, bo].join('\n'), '?isRehearsal=true');
    expect(rows).toEqual([
      { kind: 'row', row: 2, key: 'k-1', outcome: 'CREATED', changed: [] },
      { kind: 'row', row: 3, key: 'k-2', outcome: 'CREATED', changed: [] },
    ]);
    expect(summary).toMatchObject({
      rows: 2,
      created: 2,
      changed: 0,
      rejected: 0,
      isRehearsal: true,
      isComplete: true,
    });
    expect(await stored()).toBe(0);
  });

  it.each([';', ',', 'windows-1252'])('has them found, whatever the letters and separators are: %s', async (how) => {
    const name = 'Zoë Voorbeeld';
    const separator = how === ',' ? ',' : ';';
    const text = `sleutel;naam;functie;gemeenten;vindbaar\n\nz;${name};dramadocent ${how.length};Lelystad;ja\n`;
    const file = text.replaceAll(';', separator);
    expect((await send(Buffer.from(file, how === 'windows-1252' ? 'latin1' : 'utf8'))).rows).toEqual([]);
    expect(await found({ text: 'dramadocent' })).toMatchObject([{ name, languages: ['nl'] }]);
  });

  it('has them found by others as they decided, once: the same file again changes nothing', async () => {
    const file = [header, kim, bo].join('\r\n');
    const headers = { 'idempotency-key': 'people-1' };
    expect((await send(file, '', headers)).summary).toMatchObject({ created: 2, isReplay: false });
    expect((await send(file, '', headers)).summary).toMatchObject({ created: 2, isReplay: true });
    expect((await send(file)).summary).toMatchObject({ created: 0, unchanged: 2 });
    expect(await stored()).toBe(2);
    expect(await found({ text: 'hondenfluisteraar' })).toMatchObject([
      {
        name: 'Kim Voorbeeld',
        languages: ['nl', 'tr'],
        workContact: { phone: null, email: 'kim@rietvink.example' },
        expertise: [
          { code: 'AUTISM', level: 'EXPERIENCED' },
          { code: 'TRAUMA', level: 'SPECIALIST' },
        ],
      },
    ]);
    expect((await found({ text: 'hondenfluisteraar' }, planner))[0]?.workContact).toMatchObject({
      phone: '+31320000901',
    });
    const withoutChoice =
      'sleutel;naam;functie;gemeenten;vindbaar;telefoon werk;e-mail werk\nk-1;Kim Voorbeeld;hondenfluisteraar;Lelystad;ja;0320-000901;kim@rietvink.example';
    expect((await send(withoutChoice)).summary).toMatchObject({ changed: 1 });
    expect((await found({ text: 'hondenfluisteraar' }))[0]?.workContact).toMatchObject({ phone: null });
    await send(file);
    expect((await found({ experience: ['FOSTER_CARE'] })).map(({ name }) => name)).toContain('Bo Voorbeeld');
    expect((await send(`${file}\r\n${bo}`, '', headers)).code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('sees in a rehearsal in which columns somebody changes, and never what stands in them', async () => {
    const changed = kim.replace('hondenfluisteraar', 'muziekmaker').replace('kim@', 'k.voorbeeld@');
    const { rows, lines } = await send([header, changed].join('\n'), '?isRehearsal=true');
    expect(rows).toMatchObject([{ key: 'k-1', outcome: 'CHANGED', changed: ['functie', 'e-mail werk'] }]);
    expect(JSON.stringify(lines)).not.toMatch(/Kim|fluisteraar|muziek|rietvink/);
  });

  it('hears all that is wrong with a row where it stands, and has the others taken', async () => {
    const wrong = [
      header,
      'k-3;Ada;hulp 123456782;SKJ;;autisme;Nergens;nl-12;geen;misschien;ada@gmail.com;;ADHD;;',
      'k-4;Ben;hondenfluisteraar;;;;Lelystad;;;;ben@gmail.com;ja;;;',
      'k-5;Cas;woont Dorpsstraat 12;;;"trauma: basis; trauma: ervaren";Lelystad;;;;;ja;;;',
      'k-6;Dee;bewegingsagoog;;;;Lelystad;;;;;ja;;;',
      'k-6;Dee;bewegingsagoog;;;;Lelystad;;;;;ja;;;',
      'k-7;;;;;;;;;;;;;;01-01-2020',
      'k-8;Eef;x;;;;Lelystad;;;;;ja;;;31-12-2999',
      ';;;;;;;;;;;;;;',
      ';Fen;x;;;;Lelystad;;;;;ja;;;',
      'mp 123456782;Gus;x;;;;Lelystad;;;;;ja;;;',
      'k-9;Hem;x;;;;Lelystad;;;;;ja;;;;te veel',
    ].join('\n');
    const { rows, summary } = await send(wrong);
    expect(rows.map(({ row, column, code }) => [row, column, code])).toEqual([
      ...['E', 'F', 'G', 'H', 'I', 'J', 'L', 'M'].map((column) => [2, column, 'BAD_USER_INPUT']),
      [3, 'K', 'PRIVATE_CONTACT'],
      [4, 'C', 'CONTAINS_PERSONAL_DATA'],
      [4, 'F', 'BAD_USER_INPUT'],
      [6, 'A', 'PROFESSIONAL_KEY_REPEATED'],
      [7, 'A', 'PROFESSIONAL_KEY_UNKNOWN'],
      [8, 'O', 'BAD_USER_INPUT'],
      [10, 'A', 'BAD_USER_INPUT'],
      [11, 'A', 'CONTAINS_BSN'],
      [12, 'P', 'BAD_USER_INPUT'],
    ]);
    expect(summary).toMatchObject({ rows: 10, created: 1, rejected: 9 });
    expect(rows.find(({ row }) => row === 6)?.['message']).toBe(
      'sleutel (A6): Deze sleutel staat in regel 5 en opnieuw in regel 6. Regel 6 wordt niet overgenomen. Houd van iedere medewerker een regel over.',
    );
    expect(rows.find(({ row }) => row === 3)?.['message']).toContain(
      'e-mail werk (K3): Dit adres is van een aanbieder',
    );
    expect(JSON.stringify(rows)).not.toMatch(/Dorpsstraat|123456782|gmail|nl-12/);
  });

  it('hears in which two rows of a file of objects one key stands, also in a rehearsal, and what became of each', async () => {
    const person = {
      key: 'k-15',
      name: 'Dee',
      jobTitle: 'klokkenluider',
      municipalityCodes: '0995',
      isVisible: 'ja',
    };
    const file = [person, { ...person, key: 'k-16' }, { ...person, name: 'Een ander' }];
    for (const query of ['?isRehearsal=true', '']) {
      const { rows, summary } = await send(file.map((one) => JSON.stringify(one)).join('\n'), query);
      expect(rows.filter(({ code }) => code !== undefined)).toMatchObject([
        {
          ...{ row: 3, key: 'k-15', outcome: 'REJECTED', code: 'PROFESSIONAL_KEY_REPEATED' },
          message:
            'key: Deze sleutel staat in regel 1 en opnieuw in regel 3. Regel 3 wordt niet overgenomen. Houd van iedere medewerker een regel over.',
        },
      ]);
      expect(summary).toMatchObject({ rows: 3, created: 2, rejected: 1 });
    }
    expect((await found({ text: 'klokkenluider' })).map(({ name }) => name)).toEqual(['Dee', 'Dee']);
  });

  it('takes the whole file or nothing where that is asked', async () => {
    const file = [header, 'k-20;Een;torenwachter;;;;Lelystad;;;;;ja;;;', 'k-21;Twee;x;;;;Nergens;;;;;ja;;;'].join('\n');
    const { rows } = await send(file, '?isAtomic=true');
    expect(rows.map(({ row, code }) => [row, code])).toEqual([
      [2, 'OTHER_ROWS_REFUSED'],
      [3, 'BAD_USER_INPUT'],
    ]);
    expect(await found({ text: 'torenwachter' })).toEqual([]);
  });

  it('says of whom left that they did, and nobody finds them from then on', async () => {
    const { summary } = await send(`${header}\nk-1;Kim Voorbeeld;hondenfluisteraar;;;;;;;;;;;;01-01-2026\n`);
    expect(summary).toMatchObject({ rows: 1, left: 1 });
    for (const actor of [broker, planner]) expect(await found({ text: 'hondenfluisteraar' }, actor)).toEqual([]);
  });

  it('writes nobody of another organisation: the same key is somebody else there', async () => {
    await send([header, bo].join('\n'));
    const { summary } = await send(`${header}\nk-2;;;;;;;;;;;;;;01-01-2026`, '', {}, foreign);
    expect(summary).toMatchObject({ rejected: 1, left: 0 });
    expect((await found({ text: 'buddy' })).map(({ name }) => name)).toEqual(['Bo Voorbeeld']);
  });

  it.each(roles.filter((role) => role !== 'provider-planner' && role !== 'provider-system'))(
    'is nobody else: a %s is refused before anything is read',
    async (role) => {
      expect(await send('x', '', {}, { role, organisation: 'rietvink' })).toMatchObject({
        status: 403,
        code: 'FORBIDDEN',
      });
    },
  );

  it('is no system that may only read, nor one of figures, and nobody without a token', async () => {
    for (const scope of ['registers/people/professionals:read', 'registers/capacity/offers:publish'])
      expect(await send('x', '', {}, { role: 'provider-system', organisation: 'rietvink', scope })).toMatchObject({
        status: 403,
        code: 'REQUEST_DOES_NOT_MATCH_SCOPES',
      });
    const response = await fetch(`${hub.url}/import/professionals`, { method: 'POST', body: 'sleutel' });
    expect(response.status).toBe(401);
  });

  it('gets a spreadsheet with everybody whom the hub knows, which comes back as it is and confirms them', async () => {
    const { host, port } = new URL(hub.url);
    const environment = { ...process.env, HOST: host.split(':')[0], PORT: port, DATA_DIR: hub.dataFolder };
    const path = join(folder, 'mensen.xlsx');
    const npm = async (...words: string[]): Promise<string> =>
      (await run('npm', ['run', '-s', ...words], { cwd: root, env: environment, timeout: 60_000 })).stdout;
    const written = await npm('template', '--', '--organisation', 'stuifmeel', '--professionals', '--file', path);
    expect(written).toContain(`--professionals --organisation stuifmeel --dry-run`);
    const told = await npm('import', '--', path, '--professionals', '--organisation', 'stuifmeel', '--dry-run');
    expect(told).toMatch(/ongewijzigd, en vanaf nu bevestigd/);
    expect(told).toMatch(/0 nieuw, 0 gewijzigd, \d+ ongewijzigd, 0 uit dienst, 0 geweigerd, 0 niet ingevuld/);
    expect(told).toContain('Dit was een proef: er is niets opgeslagen.');
  });
});
