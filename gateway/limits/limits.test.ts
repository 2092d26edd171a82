import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { deep, nestedFragments, repeated } from '../testing/documents.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { limits } from './limits.js';

let gateway: TestGateway;
let asked = 0;
beforeAll(async () => {
  gateway = await openTestGateway({ onSubgraphRequest: () => (asked += 1) });
});
afterAll(() => gateway.close());

const fields = (count: number): string => repeated(count, (index) => (index % 2 === 0 ? 'id' : 'number'));

/** A document at the limit, and one just above it. */
const sizes: readonly (readonly [measure: string, within: string, above: string])[] = [
  ['characters', `{version}${' '.repeat(limits.characters - 9)}`, `{version}${' '.repeat(limits.characters - 8)}`],
  ['tokens', `query(${'$a:Int '.repeat(248)}){version}`, `{case(id:"1"){${fields(limits.tokens - 9)}}}`],
  ['depth', deep(limits.depth), deep(limits.depth + 1)],
  [
    'aliases',
    `{case(id:"1"){${repeated(15, (i) => `a${i}:id`)}}}`,
    `{case(id:"1"){${repeated(16, (i) => `a${i}:id`)}}}`,
  ],
  [
    'aliases',
    `{case(id:"1"){${repeated(15, (i) => `a${i}:__typename`)}}}`,
    `{case(id:"1"){${repeated(16, (i) => `a${i}:__typename`)}}}`,
  ],
  [
    'directives',
    `{case(id:"1"){${'id@include(if:true) '.repeat(20)}}}`,
    `{case(id:"1"){${'id@include(if:true) '.repeat(21)}}}`,
  ],
  [
    'root fields',
    '{version offers{id} organisations{id} cases{id} __typename}',
    '{version offers{id} organisations{id} cases{id} __typename offer(id:"1"){id}}',
  ],
  [
    'root fields',
    'mutation{note(caseId:"1",text:"x"){id}}',
    'mutation{note(caseId:"1",text:"x"){id} close(caseId:"1"){id}}',
  ],
  [
    'root fields',
    '{...F ...F} fragment F on Query{version __typename}',
    '{...F ...F ...F} fragment F on Query{version __typename}',
  ],
  ['selections', nestedFragments(8), nestedFragments(9)],
];

describe('a document', () => {
  it.each(sizes)('may have so many %s and no more', async (measure, within, above) => {
    const accepted = await gateway.ask(within);
    expect(JSON.stringify(accepted)).not.toContain('QUERY_TOO_LARGE');
    asked = 0;
    const { status, errors, data } = await gateway.ask(above);
    expect({ status, data, asked }).toEqual({ status: 400, data: undefined, asked: 0 });
    expect(errors?.[0]).toMatchObject({
      message: `De vraag is te groot (${measure}). Vraag minder tegelijk.`,
      extensions: { code: 'QUERY_TOO_LARGE', measure },
    });
  });

  it('that explodes in the planner is refused before it comes there', async () => {
    for (const levels of [26, 25, 24, 23, 22]) {
      const bomb = nestedFragments(levels);
      expect(bomb.length).toBeLessThan(1_143);
      const { errors } = await gateway.ask(bomb);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_LARGE', measure: 'selections' });
    }
  });

  it('may be the introspection of a tool', async () => {
    const { errors } = await gateway.ask(getIntrospectionQuery());
    expect(errors).toBeUndefined();
  });
});

describe('variables', () => {
  const filtered = 'query($filter: CaseFilter){cases(first:1,filter:$filter){id}}';
  const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });

  it.each([
    ['list items', { filter: { numbers: Array.from({ length: 1_001 }, String) } }],
    ['input depth', { filter: nested(13) }],
  ])('may not have too many %s', async (measure, variables) => {
    const { status, errors } = await gateway.ask(filtered, variables);
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toEqual({ code: 'QUERY_TOO_LARGE', measure });
  });

  it.each([
    ['filter.born.from', 'een geheel getal (a whole number)', { filter: { born: { from: 'SECRET' } } }],
    ['filter.born', 'verplicht veld ontbreekt (a required field is missing)', { filter: { born: { SECRET: 1 } } }],
    ['filter.numbers.1', 'tekst (text)', { filter: { numbers: ['1', { SECRET: 1 }] } }],
    ['filter.status', 'een van de bekende codes (one of the known codes)', { filter: { status: 'SECRET' } }],
    ['filter', '{ … }', { filter: 'SECRET' }],
  ])('of the wrong type are named by their place, %s, and never repeated', async (field, expected, variables) => {
    const answer = await gateway.ask(filtered, variables);
    expect(answer).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'BAD_USER_INPUT', field, expected } }],
    });
    expect(JSON.stringify(answer)).not.toMatch(/SECRET|did you mean/i);
  });

  it('that are required may not be left out', async () => {
    const { errors } = await gateway.ask('query($id: ID!){case(id:$id){id}}');
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'id', expected: 'verplicht (required)' });
  });
});

describe('a refusal', () => {
  it.each([
    '{ versionn }',
    '{ case { id } }',
    '{ case(idd: "SECRET") { id } }',
    '{ case(id: "1") { nummber } }',
    '{ cases(filter: { statuss: OPEN }) { id } }',
    '{ cases(filter: { status: OPENN }) { id } }',
    '{ case(id: SECRET) { id } }',
    'query($a: CaseFiltr) { cases(filter: $a) { id } }',
    '{ case(id: "1") { ... on Cas { id } } }',
    '{ case(id: "1") }',
    '{ _entities(representations: []) { __typename } }',
    '{ _service { sdl } }',
    '{ organisation(id: "1") { secret } }',
  ])('of %s gives nothing of the schema away', async (query) => {
    const { status, errors } = await gateway.ask(query);
    expect(status).toBe(400);
    for (const error of errors ?? []) {
      expect(Object.keys(error).sort()).toEqual(['extensions', 'locations', 'message']);
      expect(error.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
      expect(error.message).toBe('De vraag past niet bij het schema. Vergelijk haar met /schema.graphql.');
    }
  });
});
