import { beforeAll, describe, expect, it } from '@jest/globals';
import { isNonNullType, isObjectType, isInputObjectType, parse, type GraphQLSchema } from 'graphql';
import { printFederatedSchema } from '../../platform/subgraph/federated-schema.js';
import { buildPeopleSchema } from './schema.js';

describe('the schema of people', () => {
  let schema: GraphQLSchema;

  beforeAll(async () => {
    schema = await buildPeopleSchema();
  });

  it('is built without a database and printed as a subgraph', () => {
    const printed = printFederatedSchema(schema);
    expect(() => parse(printed)).not.toThrow();
    for (const entity of ['Organisation', 'Professional', 'Team'])
      expect(printed).toContain(`type ${entity}\n  @key(fields: "id")`);
  });

  it('describes every type, field and argument of its own', () => {
    const described = Object.values(schema.getTypeMap())
      .filter((type) => !type.name.startsWith('_') && (isObjectType(type) || isInputObjectType(type)))
      .flatMap((type) => Object.values((type as { getFields(): object }).getFields()) as Described[])
      .filter(({ name }) => !name.startsWith('_'))
      .flatMap((field) => [field, ...(field.args ?? [])]);
    expect(described.length).toBeGreaterThan(80);
    expect(described.filter(({ description }) => !description)).toEqual([]);
  });

  it.each(['Organisation', 'Professional', 'Team'])('has no non-null field in %s but its key', (name) => {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    expect(fields.filter((field) => isNonNullType(field.type)).map((field) => field.name)).toEqual(['id']);
  });

  it('learns of a need what duos and experts are sought by, in codes: nothing that leads to a place, and no age', () => {
    const type = schema.getType('Need');
    expect(isObjectType(type) ? Object.keys(type.getFields()).sort() : []).toEqual([
      ...['characteristics', 'durationWeeks', 'hoursPerWeek', 'languages', 'legalFrameworks', 'municipalityCode'],
      ...['rungs', 'timeWindows'],
    ]);
  });

  it('has only nullable root fields', () => {
    const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => !name.startsWith('_'));
    expect(fields.map(({ name }) => name).sort()).toEqual([
      'commonTimes',
      'deployment',
      'duoUse',
      'networkRequest',
      'networkRequests',
      'networkResponse',
      'organisation',
      'organisations',
      'professionalAccesses',
      'professionals',
      'searchProfessionals',
      'team',
      'teams',
      'themeAgenda',
      'themeSessions',
      'themes',
      'wayfinder',
      'weighingGuide',
    ]);
    expect(fields.some((field) => isNonNullType(field.type))).toBe(false);
  });
});

interface Described {
  readonly name: string;
  readonly description?: string | null;
  readonly args?: readonly Described[];
}
