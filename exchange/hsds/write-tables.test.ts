import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TypedHsds } from './hsds-objects.js';
import { writeTables } from './write-tables.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tables-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function* objects(): AsyncGenerator<TypedHsds> {
  yield await Promise.resolve<TypedHsds>({
    type: 'organization',
    id: 'o',
    name: '=HYPERLINK("http://x")',
    description: 'eerste regel\ntweede, met "aanhaling"',
    phones: [{ id: 'p', organization_id: 'o', number: '+31320000101', type: 'voice' }],
  });
}

describe('the tables of a data package', () => {
  it('quote what must be quoted, and hold nothing that a spreadsheet would run', async () => {
    await writeTables(folder, objects());
    expect(await readFile(join(folder, 'organizations.csv'), 'utf8')).toBe(
      'id,name,description,email,website\n' +
        'o,"\'=HYPERLINK(""http://x"")","eerste regel\ntweede, met ""aanhaling""",,\n',
    );
    expect(await readFile(join(folder, 'phones.csv'), 'utf8')).toBe(
      'id,organization_id,number,type\np,o,+31320000101,voice\n',
    );
    expect(await readFile(join(folder, 'services.csv'), 'utf8')).toMatch(/^id,organization_id,name[^\n]*\n$/);
  });
});
