import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isObjectType, type GraphQLSchema } from 'graphql';
import { caseRow, idOf, needRow } from '../../../test/builders/rows/case.js';
import { openCasesDatabase, type CasesDatabase } from '../../../test/builders/databases/cases-database.js';
import { openText, sealedPlace } from '../../../platform/secrecy/database-sealer.js';
import { buildCasesSchema } from '../schema.js';
import { correctable } from './correctable.rules.js';
import { correctionStore } from './correction.store.js';

let database: CasesDatabase;
let schema: GraphQLSchema;
beforeAll(async () => {
  database = await openCasesDatabase();
  schema = await buildCasesSchema();
  await database.write({ cases: [caseRow(1, { ownerOrganisationId: idOf(9) }), caseRow(2)], needs: [needRow(1)] });
});
afterAll(() => database.close());

const examples: Readonly<Record<string, readonly [text: string, value: unknown]>> = {
  ownReference: [' LT-7 ', 'LT-7'],
  birthYear: ['2013', 2013],
  responsibleMunicipality: ['0034', '0034'],
  municipality: ['0034', '0034'],
  postcode4: ['8241', '8241'],
  languages: ['nl, ar', ['nl', 'ar']],
  legalFrameworks: ['', []],
  measures: ['SUPERVISION', ['SUPERVISION']],
  outOfHomeAuthorisation: ['', null],
  currentRung: ['FOSTER', 'FOSTER'],
  isThreatenedOutOfHome: ['true', true],
  schoolKind: ['PRACTICAL', 'PRACTICAL'],
  problemDomains: ['POVERTY,HOUSING', ['POVERTY', 'HOUSING']],
  isRestricted: ['true', true],
  rungs: ['FOSTER', ['FOSTER']],
  heaviestRung: ['FOSTER', 'FOSTER'],
  sex: ['FEMALE', 'FEMALE'],
  startByOn: ['2026-09-01', '2026-09-01'],
  durationWeeks: ['12', 12],
  hoursPerWeek: ['2.5', 2.5],
  timeWindows: ['WEEKEND', ['WEEKEND']],
  childrenTogether: ['2', 2],
  nearPostcode4: ['', null],
  schoolPostcode4: ['8232', '8232'],
  maxDistanceKm: ['40', 40],
  characteristics: ['AUTISM', ['AUTISM']],
  placeFeatures: ['PETS', ['PETS']],
  contractedOnly: ['false', false],
  isCrisis: ['true', true],
};

const write = (n: number, field: string, text: string): Promise<boolean> => {
  const known = correctable[field];
  if (!known) throw new Error('no such field');
  return correctionStore(database.owner.manager).write(idOf(n), field, known, known.read(field, text));
};

describe('what can be corrected', () => {
  it('has the names that the schema has', () => {
    const names = ['Case', 'Need'].flatMap((name) => {
      const type = schema.getType(name);
      return isObjectType(type) ? Object.keys(type.getFields()) : [];
    });
    expect(Object.keys(correctable).filter((name) => !names.includes(name))).toEqual([]);
    expect(Object.keys(examples).sort()).toEqual(Object.keys(correctable).sort());
  });

  it.each(Object.entries(examples))('%s is read and kept', async (field, [text, value]) => {
    expect(await write(1, field, text)).toBe(true);
    const { table, column } = correctable[field] ?? {};
    const key = table === 'case_file' ? 'id' : 'case_id';
    const rows = await database.owner.query<{ value: unknown }[]>(
      `select ${column ?? ''} as value from ${table ?? ''} where ${key} = $1`,
      [idOf(1)],
    );
    const kept = rows[0]?.value;
    const place = sealedPlace('cases', { table: table ?? '', column: column ?? '' });
    expect(typeof kept === 'string' ? openText(database.owner.manager, place, kept) : kept).toEqual(value);
  });

  it.each([
    ['birthYear', '12'],
    ['birthYear', ''],
    ['municipality', '0001'],
    ['postcode4', 'Dorpsstraat 1'],
    ['languages', 'Nederlands'],
    ['currentRung', 'HOTEL'],
    ['currentRung', ''],
    ['isRestricted', 'ja'],
    ['hoursPerWeek', '2.25'],
    ['startByOn', 'morgen'],
    ['childrenTogether', '0'],
    ['measures', 'SUPERVISION,SUPERVISION'],
    ['heaviestRung', 'TAILORED'],
  ])('%s does not take "%s", and the refusal does not repeat it', async (field, text) => {
    const refused = await Promise.resolve()
      .then(() => write(1, field, text))
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', parameters: { field } });
    if (text.length > 2) expect((refused as { message: string }).message).not.toContain(`"${text}"`);
  });

  it('refuses a text that may hold a BSN', () => {
    expect(() => correctable['ownReference']?.read('ownReference', '111222333')).toThrow(
      expect.objectContaining({ code: 'CONTAINS_BSN' }),
    );
  });

  it('is not there where no need was described, nor is a reference without an owner', async () => {
    expect(await write(2, 'sex', 'MALE')).toBe(false);
    await expect(write(2, 'ownReference', 'LT-8')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('tells capacity of what concerns it', async () => {
    await database.owner.query('truncate outbox cascade');
    await write(2, 'birthYear', '2012');
    await write(2, 'isRestricted', 'true');
    const told = await database.owner.query<unknown[]>(
      `select data ->> 'caseId' as id, data -> 'isRestricted' as restricted from outbox`,
    );
    expect(told).toEqual([{ id: idOf(2), restricted: true }]);
  });
});
