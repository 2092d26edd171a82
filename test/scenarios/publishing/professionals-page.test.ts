import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument, readOperations } from '../../../gateway/registered/registered-operations.js';
import { ExperienceCode } from '../../../subgraphs/people/experience/experience.vocabulary.js';
import { columnNames } from '../../../subgraphs/people/import/columns/column-names.js';
import { broker, type Actor } from '../../actors.js';
import { details } from '../../builders/desks/directory-desk.js';
import { startTestHub, type TestHub } from '../../hub.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);
const system: Actor = { role: 'provider-system', organisation: 'rietvink' };
const planner: Actor = { role: 'provider-planner', organisation: 'rietvink' };
const elsewhere: Actor = { role: 'provider-system', organisation: 'kantelpunt-oost' };

interface Published {
  readonly publishProfessionals: {
    readonly results: { outcome: string; error: { code: string } | null; professional: { id: string } | null }[];
  } | null;
}
interface Found {
  readonly professionals: { readonly edges: { node: { id: string; name: string } }[] } | null;
}

describe('docs/professionals.md, followed to the letter', () => {
  let hub: TestHub;
  let page: string;

  beforeAll(async () => {
    page = await readFile(join(root, 'docs/professionals.md'), 'utf8');
    hub = await startTestHub();
  });
  afterAll(() => hub.close());

  const blockWith = (words: string): string =>
    [...page.matchAll(/```sh\n([^]*?)```/g)].map(([, block]) => block ?? '').find((block) => block.includes(words)) ??
    '';
  const text = async (block: string): Promise<string> => {
    const environment = { ...process.env, HUB: hub.url, TOKEN: await hub.token(system), KEY: 'page' };
    const { stdout } = await run('bash', ['-ec', block], { cwd: root, env: environment, timeout: 60_000 });
    return stdout;
  };
  const shell = async (block: string): Promise<unknown> => JSON.parse(await text(block)) as unknown;
  const publish = async (professionals: object[], actor: Actor) => {
    const { data, errors } = await hub.query<Published | null>(
      committedDocument('publish-professionals'),
      { input: { idempotencyKey: randomUUID(), professionals } },
      actor,
    );
    return {
      results: data?.publishProfessionals?.results ?? [],
      codes: errors.map(({ extensions }) => extensions?.['code']),
    };
  };
  const find = async (actor: Actor): Promise<string[]> => {
    const variables = { first: 50, filter: { jobTitleContains: 'kunstenmaker' } };
    const { data } = await hub.query<Found>(committedDocument('professionals'), variables, actor);
    return (data.professionals?.edges ?? []).map(({ node }) => node.name);
  };

  it('names the operations by the hashes of their files', () => {
    const known = new Set([...readOperations().values()].map(({ documentId }) => documentId));
    const named = [...page.matchAll(/sha256:[0-9a-f]{64}/g)].map(([id]) => id);
    expect(named).toHaveLength(5);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('rehearses, and confirms that nothing changed', async () => {
    expect(await shell(blockWith('isRehearsal'))).toMatchObject({
      data: {
        publishProfessionals: {
          results: [
            { outcome: 'CREATED', professional: null },
            { outcome: 'REJECTED', error: { code: 'PRIVATE_CONTACT' } },
          ],
        },
      },
    });
    const confirmed = await shell(blockWith('nothing-changed'));
    expect(confirmed).toMatchObject({ data: { confirmProfessionals: { isReplay: false, unknownKeys: [] } } });
  });

  it('rehearses the file of the example with curl, and names each column', async () => {
    const lines = await text(blockWith('/import/professionals'));
    expect(lines).toContain('"created":2');
    expect(lines).toContain('"rejected":0');
    const section = page.slice(page.indexOf('## From a spreadsheet'), page.indexOf('## How they are found'));
    const named = [...section.matchAll(/^\|(.*)$/gm)].flatMap(([, row = '']) =>
      [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name.toLowerCase()),
    );
    const every = Object.values(columnNames).flat();
    expect(every.filter((name) => !named.includes(name))).toEqual([]);
  });

  it('says what each code of experience means', () => {
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` *\| (.+?) *\|$/gm)].map(([, code, words]) => [code, words]);
    expect(Object.fromEntries(rows)).toMatchObject(ExperienceCode.dutch);
  });

  it('makes a professional findable through the hub, until they leave', async () => {
    const professional = { ...details(), name: 'Kim Voorbeeld', jobTitle: 'kunstenmaker' };
    expect((await publish([{ key: 'k', professional }], system)).results).toMatchObject([{ outcome: 'CREATED' }]);
    expect(await find(broker)).toEqual(['Kim Voorbeeld']);
    expect((await publish([{ key: 'k', leftOn: '2026-01-01' }], elsewhere)).results).toMatchObject([
      { outcome: 'REJECTED', error: { code: 'PROFESSIONAL_KEY_UNKNOWN' } },
    ]);
    expect(await find(broker)).toEqual(['Kim Voorbeeld']);
    expect((await publish([{ key: 'k', leftOn: '2026-01-01' }], planner)).results).toMatchObject([{ outcome: 'LEFT' }]);
    expect(await find(broker)).toEqual([]);
    expect(await find(planner)).toEqual([]);
  });

  it.each<[string, Actor, unknown]>([
    ['a broker', broker, 'FORBIDDEN'],
    ['an analyst', { role: 'analyst' }, 'FORBIDDEN'],
    [
      'a system that may only read',
      { ...system, scope: 'registers/people/professionals:read' },
      'REQUEST_DOES_NOT_MATCH_SCOPES',
    ],
  ])('refuses %s', async (_who, actor, code) => {
    const { results, codes } = await publish([{ key: 'k', professional: details() }], actor);
    expect(results).toEqual([]);
    expect(codes).toEqual([code]);
  });
});
