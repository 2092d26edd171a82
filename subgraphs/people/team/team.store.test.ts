import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/identity/caller.js';
import type { DataSource } from '../../../platform/database/database.js';
import { cloneDatabase, type TestDatabase } from '../../../test/database.js';
import { membershipStore } from '../membership/membership.store.js';
import { namePageRequest } from '../lists/name-order.js';
import { callerAs } from '../../../test/builders/callers.js';
import { openPeopleDatabase, plant } from '../testing/people-database.js';
import { networkStore } from '../networks/network.store.js';
import type { NetworkFilter } from '../networks/network.type.js';
import { idOf, membershipRow, networkRow, organisationRow, professionalRow, teamRow } from '../testing/rows.js';
import { teamSelection, type TeamFilter } from './team-filter.type.js';
import { teamStore } from './team.store.js';

const broker = callerAs('care-broker');
const everyTeam = ['Duo', 'FACT 1', 'FACT 2', 'Tafel', 'Versnelling'];
let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await cloneDatabase('empty');
  db = await openPeopleDatabase(database.url('owner'));
  await plant(db, {
    organisations: [organisationRow(1), organisationRow(2), organisationRow(3)],
    professionals: [professionalRow(11, 1), professionalRow(21, 2), professionalRow(22, 2, { leftOn: '2021-01-01' })],
    networks: [
      networkRow(201, { name: 'Expertise', municipalityCodes: ['0995', '0344'] }),
      networkRow(202, { name: 'RET', kind: 'REGIONAL_EXPERT', functions: ['ORGANISE_HELP'] }),
    ],
    teams: [
      teamRow(101, 1, { name: 'FACT 1', maxHoursPerWeek: 12.5 }),
      teamRow(102, 2, { name: 'FACT 2', municipalityCodes: ['0034'] }),
      teamRow(103, null, { name: 'Duo', kind: 'AMBULATORY_DUO' }),
      teamRow(104, null, { name: 'Tafel', kind: 'RET_2_0', validFromOn: '2024-01-01', networkId: idOf(202) }),
      teamRow(105, 1, {
        name: 'Versnelling',
        kind: 'ACCELERATION',
        validToOn: '2023-12-31',
        successorId: idOf(104),
        networkId: idOf(202),
      }),
    ],
    memberships: [
      membershipRow(103, 11),
      membershipRow(103, 21, { fromOn: '2019-06-01', toOn: '2019-12-31', role: 'eerder lid' }),
      membershipRow(103, 21),
      membershipRow(103, 22),
      membershipRow(104, 22),
      membershipRow(105, 21, { toOn: '2023-12-31' }),
    ],
  });
});

afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function names(caller: Caller, filter: TeamFilter | null = null): Promise<string[]> {
  const page = namePageRequest({ first: 20, after: null });
  const { edges } = await teamStore(db.manager).findPage(caller, teamSelection(filter), page);
  return edges.map(({ node }) => node.name);
}

describe('which teams a caller sees', () => {
  it.each<[string, Caller, string[]]>([
    ['a broker: every team', broker, everyTeam],
    ['a planner: every team', callerAs('provider-planner', idOf(2)), everyTeam],
    ["a provider's system: hosted or joined today", callerAs('provider-system', idOf(2)), ['Duo', 'FACT 2']],
    [
      "a provider's system: hosted, ended or not",
      callerAs('provider-system', idOf(1)),
      ['Duo', 'FACT 1', 'Versnelling'],
    ],
    ['a system of a provider without teams: none', callerAs('provider-system', idOf(3)), []],
    ['an analyst: none', callerAs('analyst'), []],
  ])('%s', async (_, caller, expected) => {
    expect(await names(caller)).toEqual(expected.filter((name) => name !== 'Versnelling'));
    const found = await teamStore(db.manager).findByIds(caller, [101, 102, 103, 104, 105].map(idOf));
    expect([...found.values()].map(({ name }) => name).sort()).toEqual(expected);
  });
});

describe('a list of teams', () => {
  it.each<[TeamFilter, string[]]>([
    [{ kinds: ['FACT', 'RET_2_0'] }, ['FACT 1', 'FACT 2', 'Tafel']],
    [{ municipalityCode: '0034' }, ['FACT 2']],
    [{ organisationId: idOf(2) }, ['Duo', 'FACT 2']],
    [{ organisationId: 'no uuid' }, []],
    [{ activeOn: '2023-12-31' }, ['Duo', 'FACT 1', 'FACT 2', 'Versnelling']],
    [{ activeOn: '2024-01-01' }, ['Duo', 'FACT 1', 'FACT 2', 'Tafel']],
    [{ activeOn: '2019-12-31' }, []],
    [{ activeOn: '0001-01-01' }, []],
    [{ activeOn: '9999-12-31' }, ['Duo', 'FACT 1', 'FACT 2', 'Tafel']],
  ])('narrowed by %j: %j', async (filter, expected) => {
    expect(await names(broker, filter)).toEqual(expected);
  });
});

describe('a team that ended', () => {
  it('is found by nobody who seeks one of today, and by its identifier names who took over', async () => {
    expect(await names(broker)).not.toContain('Versnelling');
    const found = await teamStore(db.manager).findByIds(broker, [idOf(105)]);
    expect(found.get(idOf(105))).toMatchObject({ validToOn: '2023-12-31', successorId: idOf(104) });
  });

  it('gives way to who took over from its successor as well, and never to one that ended', async () => {
    const successorOf = async (n: number): Promise<string | null | undefined> =>
      (await db.query<{ id: string | null }[]>('select successor_today($1) as id', [idOf(n)]))[0]?.id;
    expect(await successorOf(105)).toBe(idOf(104));
    expect(await successorOf(104)).toBeNull();
    await db.query(`update team set valid_to_on = '2024-06-30', successor_id = $2 where id = $1`, [
      idOf(104),
      idOf(103),
    ]);
    expect(await successorOf(105)).toBe(idOf(103));
    await db.query(`update team set successor_id = $2 where id = $1`, [idOf(104), idOf(105)]);
    expect(await successorOf(105)).toBeNull();
    await db.query('update team set valid_to_on = null, successor_id = null where id = $1', [idOf(104)]);
  });
});

describe('networks', () => {
  it('are listed by kind, area and what may be asked, with the teams of today', async () => {
    const list = async (filter: NetworkFilter | null): Promise<string[]> => {
      const { edges } = await networkStore(db.manager).findPage(filter, namePageRequest({ first: 20, after: null }));
      return edges.map(({ node }) => node.name);
    };
    expect(await list(null)).toEqual(['Expertise', 'RET']);
    expect(await list({ kinds: ['EXPERTISE'] })).toEqual(['Expertise']);
    expect(await list({ municipalityCode: '0344' })).toEqual(['Expertise']);
    expect(await list({ function: 'KNOWLEDGE' })).toEqual([]);
    const teams = await teamStore(db.manager).findByNetworks(broker, [201, 202].map(idOf));
    expect([201, 202].map((n) => teams.get(idOf(n))?.map(({ name }) => name))).toEqual([undefined, ['Tafel']]);
    const system = callerAs('provider-system', idOf(2));
    expect(await teamStore(db.manager).findByNetworks(system, [idOf(202)])).toEqual(new Map());
  });
});

describe('the teams of organisations', () => {
  async function teamsOf(caller: Caller): Promise<(string[] | undefined)[]> {
    const teams = await teamStore(db.manager).findByOrganisations(caller, [1, 2, 3].map(idOf));
    return [1, 2, 3].map((n) => teams.get(idOf(n))?.map(({ name }) => name));
  }

  it("are today's that they host or take part in, not through who left or ended", async () => {
    expect(await teamsOf(broker)).toEqual([['Duo', 'FACT 1'], ['Duo', 'FACT 2'], []]);
  });

  it("are for a provider's system its own, also under the name of another", async () => {
    expect(await teamsOf(callerAs('provider-system', idOf(1)))).toEqual([['Duo', 'FACT 1'], ['Duo'], []]);
  });
});

describe('the memberships of teams', () => {
  it('come by first day, past ones too, without who left', async () => {
    const found = await membershipStore(db.manager).findByTeams([103, 104].map(idOf));
    expect(found.get(idOf(104))).toBeUndefined();
    expect(found.get(idOf(103))).toEqual([
      { professionalId: idOf(21), role: 'eerder lid', hoursAverage: 16, fromOn: '2019-06-01', toOn: '2019-12-31' },
      { professionalId: idOf(11), role: 'lid', hoursAverage: 16, fromOn: '2020-01-01', toOn: null },
      { professionalId: idOf(21), role: 'lid', hoursAverage: 16, fromOn: '2020-01-01', toOn: null },
    ]);
  });
});
