import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { HubError } from '../../../platform/errors/errors.js';
import { checkVariables } from './check-variables.js';

const many = Array.from({ length: 50 }, (_, index) => `CODE_${index}`);
const schema = buildSchema(`
  enum Unit { PLACE DAYDEEL FAMILY }
  enum Many { ${many.join(' ')} }
  input Size { most: Int! }
  input Report { key: String!, sequence: Int!, unit: Unit!, units: [Unit!], many: Many, size: Size, note: String! = "" }
  input Publication { reports: [Report!]! }
  type Query { changes(cursor: String, first: Int! = 20): Int publish(input: Publication!): Int }
`);

function check(source: string, variables: Record<string, unknown>, isRegistered = false) {
  const [operation] = parse(source).definitions as OperationDefinitionNode[];
  const definitions = operation?.variableDefinitions ?? [];
  return checkVariables({ schema, definitions, variables, isRegistered: () => isRegistered });
}

describe('the variables of an operation', () => {
  const source = 'query ($cursor: String, $first: Int! = 100) { changes(cursor: $cursor, first: $first) }';

  it.each([
    [{}, { first: 100 }],
    [{ first: 5 }, { first: 5 }],
    [{ cursor: null }, { cursor: null, first: 100 }],
    [
      { cursor: 'x', other: 'y' },
      { cursor: 'x', first: 100 },
    ],
  ])('%j are %j: what was left out stays out', (given, values) => {
    expect(Object.entries(check(source, given))).toEqual(Object.entries(values));
  });
});

describe('variables that do not fit', () => {
  const right = { key: 'a', sequence: 1, unit: 'PLACE' };
  const aCode = 'een van de bekende codes (one of the known codes)';

  function refusal(reports: unknown, isRegistered: boolean): unknown {
    try {
      return check('query ($input: Publication!) { publish(input: $input) }', { input: { reports } }, isRegistered);
    } catch (error) {
      return (error as HubError).parameters;
    }
  }

  it.each([
    [
      'a number that is a text',
      { ...right, sequence: 'SECRET' },
      'input.reports.1.sequence',
      'een geheel getal (a whole number)',
    ],
    ['nothing where something must be', { ...right, unit: null }, 'input.reports.1.unit', 'verplicht (required)'],
    ['a text where fields belong', { ...right, size: 'SECRET' }, 'input.reports.1.size', '{ … }'],
    ['a list where fields belong', { ...right, size: ['SECRET'] }, 'input.reports.1.size', '{ … }'],
    ['an unknown field', { ...right, unti: 'SECRET' }, 'input.reports.1.unti', 'onbekend veld (unknown field)'],
    ['a field with an odd name', { ...right, 'SECRET name': 1 }, 'input.reports.1', 'onbekend veld (unknown field)'],
  ])('tell what belongs there: %s', (_what, report, field, expected) => {
    for (const isRegistered of [true, false])
      expect(refusal([right, report], isRegistered)).toEqual({ field, expected });
  });

  it.each([
    [{ ...right, unit: 'SECRET' }, 'input.reports.0.unit', 'PLACE, DAYDEEL, FAMILY'],
    [{ ...right, unit: 7 }, 'input.reports.0.unit', 'PLACE, DAYDEEL, FAMILY'],
    [{ ...right, units: ['PLACE', 'SECRET'] }, 'input.reports.0.units.1', 'PLACE, DAYDEEL, FAMILY'],
    [{ ...right, units: 'SECRET' }, 'input.reports.0.units', 'PLACE, DAYDEEL, FAMILY'],
    [{ ...right, many: 'SECRET' }, 'input.reports.0.many', `${many.slice(0, 40).join(', ')}, …`],
  ])('list the codes for %j only where the operation is published', (report, field, codes) => {
    expect(refusal([report], false)).toEqual({ field, expected: aCode });
    expect(refusal([report], true)).toEqual({ field, expected: codes });
  });

  it.each([
    [{ key: 'a', unit: 'PLACE' }, 'input.reports.0', 'input.reports.0.sequence'],
    [{ key: 'a', sequence: 1, unti: 'SECRET' }, 'input.reports.0', 'input.reports.0.unit'],
    [{ ...right, size: {} }, 'input.reports.0.size', 'input.reports.0.size.most'],
  ])('name a field that is missing in %j only where the operation is published', (report, parent, missing) => {
    const expected = 'verplicht veld ontbreekt (a required field is missing)';
    expect(refusal([report], false)).toEqual({ field: parent, expected });
    expect(refusal([report], true)).toEqual({ field: missing, expected: 'verplicht (required)' });
  });
});
