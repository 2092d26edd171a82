import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  buildSchema,
  execute,
  getOperationAST,
  Kind,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
  type ExecutionResult,
  type FragmentDefinitionNode,
} from 'graphql';
import { isRow, type Path, type Row } from '../rows.js';
import { addJunk, readAgain, withTypes } from '../testing/junk.js';
import { worldResolver, worldType } from '../testing/world.js';
import { writeOperation } from '../testing/write-operation.js';
import { toError, type Fault } from './fault.js';
import { Shape } from './shape.js';

const runs = Number(process.env['EXECUTION_RUNS'] ?? 300);
const rules = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);

const sdl = `
  type Query { thing: Thing  things: [Thing!]!  any: [Any]  named: Named!  grid: [[Thing!]]  grids: [[[Int!]]!]  version: String! }
  interface Named { name: String }
  type Thing implements Named { id: ID!  name: String!  size: Size!  sizes: [Size]  thing: Thing  next: Thing!  any: Any  weight: Float  constructor: String }
  type Other implements Named { name: String!  isOther: Boolean!  count: Int  json: Json!  named: [Named] }
  union Any = Thing | Other
  enum Size { SMALL LARGE }
  scalar Json`;
const schema = buildSchema(sdl);
const read = buildSchema(sdl);
const world = { keyed: new Set<string>(), concrete: {} };

function shaped(query: string, variables: Readonly<Row>, data: Row): { data: Row | null; faults: readonly Path[] } {
  const document = parse(query);
  const operation = getOperationAST(document);
  const type = schema.getQueryType();
  if (!operation || !type) throw new Error('no query');
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const terms = {
    schema,
    fragments: Object.fromEntries(fragments.map((one: FragmentDefinitionNode) => [one.name.value, one])),
    conditions: new Map(
      Object.entries<unknown>({ usually: true, ...variables }).map(([name, value]) => [name, value === true]),
    ),
  };
  const faults: Fault[] = [];
  const row = new Shape(terms, { type, sets: [operation.selectionSet] }, 'Query').shapeAs(type, data, faults);
  return { data: row, faults: faults.map((fault) => toError(fault).path ?? []) };
}

/** Whether a path leads to a place that is empty, by itself or with what it is part of. */
function isEmptyAt(data: unknown, [key, ...rest]: Path): boolean {
  if (data === null) return true;
  if (key === undefined) return false;
  return (Array.isArray(data) || isRow(data)) && isEmptyAt((data as Row)[key], rest);
}

describe('an answer', () => {
  it('is shaped as graphql-js would shape it, whatever subgraphs gave', () => {
    const gen = fc.gen();
    fc.assert(
      fc.property(gen, (draw) => {
        const choose = (bound: number): number => draw(fc.nat, bound - 1);
        const { query, variables } = writeOperation(schema, choose, { depth: 4, fields: 20 });
        fc.pre(validate(schema, parse(query), rules).length === 0);
        const asked = { schema, document: withTypes(parse(query)), variableValues: variables };
        const whole = execute({
          ...asked,
          fieldResolver: worldResolver(world),
          typeResolver: worldType,
        }) as ExecutionResult;
        const data = JSON.parse(JSON.stringify(whole.data)) as Row;
        addJunk(data, choose);
        const expected = readAgain(read, parse(query), variables, data);
        const found = shaped(query, variables, data);
        expect(JSON.stringify(found.data)).toBe(JSON.stringify(expected.data));
        // graphql-js leaves a list at its first fault
        expect(found.faults).toEqual(expect.arrayContaining((expected.errors ?? []).map(({ path }) => path)));
        expect(found.faults.filter((path) => !isEmptyAt(found.data, path))).toEqual([]);
        expect(found.faults.length > 0).toBe(expected.errors !== undefined);
      }),
      { numRuns: runs },
    );
  });
});
