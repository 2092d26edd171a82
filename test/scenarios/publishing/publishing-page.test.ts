import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readOperations } from '../../../gateway/registered/registered-operations.js';
import { errorTexts } from '../../../platform/errors/errors.js';
import { columnNames } from '../../../subgraphs/capacity/import/columns/column-names.js';
import type { Actor } from '../../actors.js';
import { enumCodes, inputFields, tableFields } from '../../builders/browser/page.js';
import { importFile } from '../../builders/rows/import-file.js';
import { startTestHub, type TestHub } from '../../hub.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);
const system: Actor = { role: 'provider-system', organisation: 'rietvink' };

describe('docs/publishing.md, followed to the letter', () => {
  let hub: TestHub;
  let page: string;
  let folder: string;

  beforeAll(async () => {
    page = await readFile(join(root, 'docs/publishing.md'), 'utf8');
    folder = await mkdtemp(join(tmpdir(), 'publishing-'));
    // machines may run nothing but registered operations here
    hub = await startTestHub({ environment: { OPERATIONS: 'registered' } });
  });
  afterAll(async () => {
    await hub.close();
    await rm(folder, { recursive: true });
  });

  /** Runs a block of the page in a shell as a partner would, against this hub. */
  async function shell(block: string): Promise<string> {
    const { host, port } = new URL(hub.url);
    const environment = {
      ...process.env,
      HUB: hub.url,
      HOST: host.split(':')[0],
      PORT: port,
      DATA_DIR: hub.dataFolder,
      TOKEN: await hub.token(system),
    };
    // the page's own moment, key and sequence, taken anew for each block as it asks
    const [fresh = ''] = /^export NOW=.*$/m.exec(page) ?? [];
    const script = `${fresh}\n${block}`.replaceAll('figures.xlsx', join(folder, 'figures.xlsx'));
    return (await run('bash', ['-ec', script], { cwd: root, env: environment, timeout: 60_000 })).stdout;
  }

  const blocks = (): string[] => [...page.matchAll(/```sh\n([^]*?)```/g)].map(([, block]) => block ?? '');
  const blockWith = (words: string): string => blocks().find((block) => block.includes(words)) ?? '';
  const publication = (): string => blockWith('\'$KEY\'", "asOf"');

  it('names the operations by the hashes of their files', () => {
    const listed = new Map(
      [...page.matchAll(/\| `(\w+)`\s*\| `(sha256:[0-9a-f]{64})`/g)].map(([, name, id]) => [id, name]),
    );
    const registered = new Map([...readOperations().values()].map(({ documentId, name }) => [documentId, name]));
    expect(listed.size).toBeGreaterThanOrEqual(3);
    for (const [id = ''] of page.matchAll(/sha256:[0-9a-f]{64}/g)) expect(registered.get(id)).toBe(listed.get(id));
  });

  it('names no code that the hub does not have', () => {
    const codes = [...page.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, code]) => code ?? '');
    const known = new Set([...Object.keys(errorTexts), ...enumCodes('CapacityStatus'), ...enumCodes('CapacityUnit')]);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });

  it('says of each field of a report whether it must be there', () => {
    expect(tableFields(page, 'field')).toEqual({ ...inputFields('CapacityReportInput'), asOf: true });
  });

  it('rehearses, publishes, withdraws and confirms with curl', async () => {
    const rehearsal = JSON.parse(await shell(blockWith('"isRehearsal": true'))) as unknown;
    expect(rehearsal).toMatchObject({
      data: {
        publishCapacity: {
          results: [{ outcome: 'ACCEPTED' }, { outcome: 'REJECTED', error: { code: 'AVAILABLE_ABOVE_MAXIMUM' } }],
        },
      },
    });
    const results = [
      { offerKey: 'ambulatory-1', outcome: 'ACCEPTED' },
      { offerKey: 'day-treatment-3', outcome: 'ACCEPTED' },
    ];
    expect(await answers(publication() + blockWith('withdraw-'))).toMatchObject([
      { data: { publishCapacity: { isReplay: false, results } } },
      { data: { withdrawReport: { isReplay: false, newest: { available: expect.any(Number) } } } },
    ]);
    expect(JSON.parse(await shell(blockWith('confirm-')))).toMatchObject({
      data: { confirmCapacity: { isReplay: false } },
    });
  });

  it('refuses a request that does not fit its form as a whole, and says what belongs where', async () => {
    const refused = (from: string, to: string) => shell(publication().replace(from, to));
    expect(JSON.parse(await refused('"DAYDEEL"', '"DAYPART"'))).toEqual({
      errors: [
        {
          message: `De waarde van "input.reports.1.unit" is niet geldig: ${enumCodes('CapacityUnit').join(', ')}.`,
          extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
        },
      ],
    });
    expect(await refused('"sequence": \'$SEQUENCE\', ', '')).toContain(
      'De waarde van \\"input.reports.0.sequence\\" is niet geldig: verplicht (required).',
    );
  });

  it('publishes with the client of the example', async () => {
    const rehearsal = blockWith('examples/publish.ts');
    // the page published the same figure of the first before
    const told = 'ambulatory-1: UNCHANGED\nintensive-ambulatory-2: ACCEPTED\nday-treatment-3: ACCEPTED\n';
    expect(await shell(rehearsal)).toBe(told);
    expect(await shell(rehearsal.replace('--rehearse', ''))).toBe(told);
    expect(await shell(rehearsal.replace('--rehearse', ''))).toBe(told.replaceAll('ACCEPTED', 'UNCHANGED'));
    // and by hand again: both count in milliseconds, by hand to the second
    await wait(1_100);
    expect(JSON.parse(await shell(publication()))).toMatchObject({
      data: { publishCapacity: { results: [{ outcome: 'UNCHANGED' }, { outcome: 'ACCEPTED' }] } },
    });
  });

  it('ends the client of the example in one line when it can do nothing', async () => {
    const client = blockWith('examples/publish.ts');
    const failed = (block: string) =>
      shell(block).then(String, (error: unknown) => (error as { stderr: string }).stderr);
    const signIn = 'Sign in: send a valid access token as "Authorization: Bearer".\n';
    expect(await failed(client.replace('$TOKEN', 'expired'))).toBe(signIn);
    expect(await failed(client.replace('figures.json', 'nowhere.json'))).toMatch(/^ENOENT.*\n$/);
  });

  it('imports a file with curl', async () => {
    const lines = (await shell(blockWith('--data-binary'))).split('\n').filter(Boolean);
    const summaries = lines
      .map((line) => JSON.parse(line) as { kind: string })
      .filter(({ kind }) => kind === 'summary');
    expect(summaries).toMatchObject([
      { rows: 4, rejected: 0, outdated: 0, isRehearsal: true, isComplete: true },
      { rows: 4, rejected: 0, outdated: 0, isRehearsal: false, isComplete: true },
    ]);
  });

  it('imports the spreadsheet of the template', async () => {
    const told = await shell(blockWith('npm run -s template'));
    expect(told).toContain('6 offers.');
    // nobody filled it in: no old figure may become new
    const nothing = '0 ongewijzigd, 0 verouderd, 0 geweigerd, 6 niet ingevuld.';
    expect(told).toContain(`6 regels: 0 zouden worden opgeslagen, ${nothing} Dit was een proef`);
    expect(told).toContain(`6 regels: 0 opgeslagen, ${nothing}`);
    const template = await readFile(join(folder, 'figures.xlsx'));
    const { rows, lines, summary } = await importFile(hub, system, template);
    expect(rows).toEqual([]);
    expect(lines.filter(({ kind }) => kind === 'notice')).toEqual([]);
    expect(summary).toMatchObject({ rows: 0, passedOver: 6, isComplete: true });
  });

  it('sends the spreadsheet and lines of JSON with curl', async () => {
    await shell(blockWith('npm run -s template').split('\n')[0] ?? '');
    const told = await answers(blockWith('@figures.xlsx'));
    expect(told.filter((line) => (line as { kind: string }).kind === 'summary')).toMatchObject([
      { rows: 0, passedOver: 6, isRehearsal: true },
      { rows: 1, accepted: 1, isRehearsal: true },
    ]);
  });

  it('names every name of a column that the import takes', () => {
    for (const name of Object.values(columnNames).flat()) expect(page.toLowerCase()).toContain(`\`${name}\``);
  });

  it('fails a file of which a row is outdated, and tells what is wrong', async () => {
    const file = join(folder, 'old.csv');
    await writeFile(file, 'aanbod;vrij;maximum;peildatum\nambulatory-1;1;40;01-01-2020\n');
    const failure = (await shell(`npm run -s import -- ${file} --organisation rietvink`).catch(
      (error: unknown) => error,
    )) as { code: number; stdout: string };
    expect(failure.code).toBe(1);
    expect(failure.stdout).toContain('regel 2 · peildatum (D2): De hub kent al een nieuwer cijfer.');
    expect(failure.stdout).toContain('1 regel: 0 opgeslagen, 0 ongewijzigd, 1 verouderd');
  });

  /** The answers of a block of several requests. */
  const answers = async (block: string): Promise<unknown[]> =>
    (await shell(block))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown);

  it('rehearses a registration, and closes and opens the intake', async () => {
    expect(await answers(blockWith('Dagbehandeling Lelystad'))).toMatchObject([
      { data: { registerOffers: { results: [{ outcome: 'CREATED', error: null }] } } },
    ]);
    expect(await answers(blockWith('STAFF_SHORTAGE'))).toMatchObject([
      { data: { closeIntake: { offer: { closure: { reason: 'STAFF_SHORTAGE' } } } } },
      { data: { reopenIntake: { offer: { closure: null } } } },
    ]);
  });

  it('finds the hold that a broker asks for, and answers it', async () => {
    const [held, ...rest] = await answers(blockWith('BROKER=') + blockWith('"REQUESTED"'));
    const { hold } = (held as { data: { holdPlace: { hold: { id: string } } } }).data.holdPlace;
    expect(rest).toMatchObject([
      { data: { holds: { edges: [{ node: { id: hold.id, state: 'REQUESTED' } }] } } },
      { data: { answerHold: { hold: { id: hold.id, state: 'ACTIVE' } } } },
    ]);
  });

  it('lets a system run every operation that the page names', async () => {
    const { offers } = (await ask('OwnOffers')).data as { offers: { edges: { node: { id: string } }[] } };
    const offerId = offers.edges[0]?.node.id;
    for (const [name, variables] of Object.entries({
      Hold: { id: randomUUID() },
      Waitlist: { offerId },
      Disputes: {},
      FreshnessBoard: { region: 'flevoland' },
    })) {
      const { errors } = await ask(name, variables);
      expect([name, errors]).toEqual([name, name === 'Hold' ? [expect.objectContaining({ path: ['hold'] })] : []]);
    }
  });

  async function ask(name: string, variables: object = {}) {
    const { document } = [...readOperations().values()].find((operation) => operation.name === name) ?? {};
    return hub.query(document ?? '', variables, system);
  }

  it('says so where the commands can do nothing', async () => {
    const failed = (words: string) =>
      shell(words).then(
        () => '',
        (error: unknown) => (error as { stderr: string }).stderr,
      );
    expect(await failed('npm run -s import -- nowhere.csv')).toContain('There is no file nowhere.csv.');
    expect(await failed('npm run -s import')).toContain('Name one file.');
    expect(await failed('npm run -s import -- README.md')).toContain('Deze kolommen ontbreken: aanbod, vrij, maximum.');
    const nobody = await failed('npm run -s template -- --organisation nobody');
    expect(nobody).toContain('--organisation must be one of');
    expect(nobody).not.toContain('raad');
    expect(await failed('npm run -s import -- README.md --url http://127.0.0.1:9')).toContain('No hub answers');
  });
});
