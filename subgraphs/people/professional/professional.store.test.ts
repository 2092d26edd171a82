import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/identity/caller.js';
import type { DataSource } from '../../../platform/database/database.js';
import { cloneDatabase, type TestDatabase } from '../../../test/database.js';
import { namePageRequest } from '../lists/name-order.js';
import { callerAs } from '../../../test/builders/callers.js';
import { openPeopleDatabase, plant } from '../testing/people-database.js';
import { expertiseRow, idOf, organisationRow, professionalRow } from '../testing/rows.js';
import { professionalSelection, type ProfessionalFilter } from './professional-filter.type.js';
import { professionalStore } from './professional.store.js';

const broker = callerAs('care-broker');
let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  db = await openPeopleDatabase(database.url('owner'));
  await plant(db, {
    organisations: [organisationRow(1), organisationRow(2)],
    professionals: [
      professionalRow(11, 1, { name: 'Anna', languages: ['nl', 'ar'], jobTitle: 'Gedragsdeskundige' }),
      professionalRow(12, 1, { name: 'Bram', isVisible: false }),
      professionalRow(13, 1, { name: 'Cor', leftOn: '2020-01-01' }),
      professionalRow(21, 2, {
        name: 'Dilek',
        municipalityCodes: ['0034'],
        register: 'SKJ',
        registrationNumber: 'x-1',
      }),
      professionalRow(22, 2, { name: 'Emre', leftOn: '2999-01-01', isActive: false }),
    ],
    expertise: [expertiseRow(11, 'AUTISM'), expertiseRow(11, 'TRAUMA'), expertiseRow(21, 'AUTISM')],
  });
});

afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function names(caller: Caller, filter: ProfessionalFilter | null = null): Promise<string[]> {
  const page = namePageRequest({ first: 20, after: null });
  const { edges } = await professionalStore(db.manager).findPage(caller, professionalSelection(filter), page);
  return edges.map(({ node }) => node.name);
}

describe('whom a caller finds', () => {
  it.each<[string, Caller, string[]]>([
    ['a broker: who is visible, of every organisation', broker, ['Anna', 'Dilek', 'Emre']],
    [
      'an owner: who is visible, and all of the own organisation',
      callerAs('case-owner', idOf(1)),
      ['Anna', 'Bram', 'Dilek', 'Emre'],
    ],
    ['a table member', callerAs('ret-member'), ['Anna', 'Dilek', 'Emre']],
    ['a planner: the own organisation', callerAs('provider-planner', idOf(1)), ['Anna', 'Bram']],
    ["a provider's system: the own organisation", callerAs('provider-system', idOf(2)), ['Dilek', 'Emre']],
    ['a planner of no organisation: nobody', callerAs('provider-planner'), []],
    ['an analyst: nobody', callerAs('analyst'), []],
  ])('%s', async (_, caller, expected) => {
    expect(await names(caller)).toEqual(expected);
    const found = await professionalStore(db.manager).findByIds(caller, [11, 12, 13, 21, 22].map(idOf));
    expect([...found.values()].map(({ name }) => name).sort()).toEqual(expected);
  });

  it('nobody who left, from the day of leaving in the Netherlands', async () => {
    const clone = await cloneDatabase('empty');
    const later = await openPeopleDatabase(clone.url('owner'));
    const rows = await later.query<{ tomorrow: string }[]>(`select people.today() + 1 as tomorrow`);
    await plant(later, {
      organisations: [organisationRow(1)],
      professionals: [professionalRow(11, 1, { leftOn: rows[0]?.tomorrow ?? null })],
    });
    const find = async (): Promise<number> =>
      (await professionalStore(later.manager).findByIds(broker, [idOf(11)])).size;
    expect(await find()).toBe(1);
    await clone.moveClock('1 day');
    expect(await find()).toBe(0);
    await later.destroy();
    await clone.drop();
  });
});

describe('a list of professionals', () => {
  it.each<[ProfessionalFilter, string[]]>([
    [{ expertise: ['AUTISM'] }, ['Anna', 'Dilek']],
    [{ expertise: ['AUTISM', 'TRAUMA'] }, ['Anna']],
    [{ expertise: ['DEBT'] }, []],
    [{ municipalityCode: '0034' }, ['Dilek']],
    [{ organisationId: idOf(1) }, ['Anna']],
    [{ organisationId: 'no uuid' }, []],
    [{ language: 'ar' }, ['Anna']],
    [{ jobTitleContains: 'gedrags' }, ['Anna']],
    [{ jobTitleContains: 'GEZINS' }, ['Dilek', 'Emre']],
    [{ jobTitleContains: '%' }, []],
  ])('narrowed by %j: %j', async (filter, expected) => {
    expect(await names(broker, filter)).toEqual(expected);
  });

  it('shows the registration only where there is one', async () => {
    const found = await professionalStore(db.manager).findByIds(broker, [idOf(11), idOf(21)]);
    expect(found.get(idOf(11))?.registration).toBeNull();
    expect(found.get(idOf(21))?.registration).toEqual({ register: 'SKJ', number: 'x-1', isVerified: false });
  });
});
