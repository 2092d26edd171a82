import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from '../../../platform/database/database.js';
import { cloneDatabase, type TestDatabase } from '../../../test/database.js';
import { namePageRequest } from '../lists/name-order.js';
import { openPeopleDatabase, plant } from '../testing/people-database.js';
import { idOf, organisationRow } from '../testing/rows.js';
import { organisationSelection, type OrganisationFilter } from './organisation-filter.type.js';
import { organisationStore } from './organisation.store.js';

let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  db = await openPeopleDatabase(database.url('owner'));
  await plant(db, {
    organisations: [
      organisationRow(1, { name: 'de Berk', kvk: '00000001', municipalityCodes: ['0995', '0034'] }),
      organisationRow(2, { name: 'De Beuk', agb: ['00000002', '00000012'] }),
      organisationRow(3, { name: 'Abeel 100%', kind: 'GGD', oin: '00000099000000030000', municipalityCodes: [] }),
      organisationRow(4, { name: 'de berk' }),
    ],
  });
});

afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function names(filter: OrganisationFilter | null, first = 20, after: string | null = null): Promise<string[]> {
  const page = await organisationStore(db.manager).findPage(
    organisationSelection(filter),
    namePageRequest({ first, after }),
  );
  return page.edges.map(({ node }) => node.name);
}

describe('a list of organisations', () => {
  it('stands in the order of names, capitals or not, equal names by id', async () => {
    expect(await names(null)).toEqual(['Abeel 100%', 'de Berk', 'de berk', 'De Beuk']);
  });

  it.each<[OrganisationFilter, string[]]>([
    [{ kinds: ['GGD', 'SCHOOL'] }, ['Abeel 100%']],
    [{ kinds: [] }, ['Abeel 100%', 'de Berk', 'de berk', 'De Beuk']],
    [{ municipalityCode: '0034' }, ['de Berk']],
    [{ municipalityCode: '0303' }, []],
    [{ nameContains: 'BERK' }, ['de Berk', 'de berk']],
    [{ nameContains: '%' }, ['Abeel 100%']],
    [{ nameContains: '_' }, []],
    [{ nameContains: "'; drop table organisation; --" }, []],
    [{ nameContains: 'de\0' }, []],
    [{ registeredAs: '00000001' }, ['de Berk']],
    [{ registeredAs: '00000012' }, ['De Beuk']],
    [{ registeredAs: '00000099000000030000' }, ['Abeel 100%']],
    [{ kinds: ['CARE_PROVIDER'], nameContains: 'be', municipalityCode: '0995' }, ['de Berk', 'de berk', 'De Beuk']],
  ])('narrowed by %j: %j', async (filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  it('goes page by page, repeating and skipping nothing', async () => {
    const store = organisationStore(db.manager);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await store.findPage(organisationSelection(null), namePageRequest({ first: 1, after }));
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([3, 1, 4, 2].map(idOf));
  });

  it('refuses a number of no register and a cursor of another list', () => {
    expect(() => organisationSelection({ registeredAs: '123' })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    );
    const foreign = Buffer.from('["a","b"]').toString('base64url');
    expect(() => namePageRequest({ first: 1, after: foreign })).toThrow(
      expect.objectContaining({ code: 'CURSOR_INVALID' }),
    );
  });
});

describe('organisations by key', () => {
  it('come in one batch, what is missing is left out', async () => {
    const found = await organisationStore(db.manager).findByIds([idOf(2), idOf(9), idOf(1)]);
    expect([...found.keys()].sort()).toEqual([idOf(1), idOf(2)]);
    expect(found.get(idOf(1))).toEqual({
      id: idOf(1),
      key: 'organisation-1',
      name: 'de Berk',
      kind: 'CARE_PROVIDER',
      kvk: '00000001',
      agb: [],
      oin: null,
      municipalities: [
        { code: '0995', name: 'Lelystad' },
        { code: '0034', name: 'Almere' },
      ],
      contact: { phone: '+31320000101', email: 'intake@organisation-1.example', website: null, intake: null },
      contractedUntilOn: null,
    });
  });
});
