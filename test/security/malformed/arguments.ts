import fc from 'fast-check';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
} from 'graphql';
import { hostileText, hostileValue } from './hostile.js';

/** An operation of the hub with a value for each of its arguments. */
export interface AskedOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What stands in the database: identifiers, and by the name of an argument what would be found. */
export interface KnownValues {
  readonly ids: readonly string[];
  readonly byName: Readonly<Record<string, readonly string[]>>;
}

type Field = GraphQLField<unknown, unknown>;

/** Every operation of the schema with arguments that mostly fit their types and hold what is hostile; `known` is there. */
export function askedOperations(schema: GraphQLSchema, known: KnownValues): fc.Arbitrary<AskedOperation> {
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => type !== null && type !== undefined);
  const fields = roots.flatMap((root) =>
    Object.values(root.getFields()).map((field) => ({ field, isMutation: root.name === 'Mutation' })),
  );
  return fc.constantFrom(...fields).chain(({ field, isMutation }) => operationOf(field, isMutation, known));
}

/** A field, and below it one way down through fields that may have arguments of their own. */
function operationOf(field: Field, isMutation: boolean, known: KnownValues): fc.Arbitrary<AskedOperation> {
  return fc.array(fc.nat(), { minLength: 4, maxLength: 4 }).chain((turns) => {
    const way = wayDown(field, turns);
    const args = way.flatMap(({ args: own }, level) =>
      own.map((one) => ({ name: `v${level}_${one.name}`, type: one.type })),
    );
    const values = Object.fromEntries(
      args.map(({ name, type }) => [name, argumentOf(name.replace(/^v\d+_/, ''), type, known, 0)]),
    );
    const told = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const head = `${isMutation ? 'mutation' : 'query'}${told && `(${told})`}`;
    const query = `${head} ${selectionOf(way, 0)}`;
    const requiredKeys = args.filter(({ type }) => isNonNullType(type)).map(({ name }) => name);
    return fc.record(values, { requiredKeys }).map((variables) => ({ query, variables }));
  });
}

function wayDown(field: Field, [turn = 0, ...turns]: readonly number[]): Field[] {
  const type = getNamedType(field.type);
  if (!isObjectType(type) || turns.length === 0) return [field];
  const below = Object.values(type.getFields());
  const next = below[turn % below.length];
  return next ? [field, ...wayDown(next, turns)] : [field];
}

function selectionOf([field, ...below]: readonly Field[], level: number): string {
  if (!field) return '{ __typename }';
  const args = field.args.map(({ name }) => `${name}: $v${level}_${name}`).join(', ');
  const isLeaf = isLeafType(getNamedType(field.type));
  return `{ ${field.name}${args && `(${args})`}${isLeaf ? '' : ` ${selectionOf(below, level + 1)}`} }`;
}

const deepest = 5;

/** A value by the name of its argument where something is known under it, so that a change is made and not only refused. */
export function argumentOf(
  name: string,
  type: GraphQLInputType,
  known: KnownValues,
  depth: number,
): fc.Arbitrary<unknown> {
  const any = valueOf(type, known, depth);
  const values = known.byName[name];
  const fits = name === 'idempotencyKey' ? fc.uuid() : values && fc.constantFrom(...values);
  return fits ? fc.oneof({ weight: 9, arbitrary: fits }, { weight: 1, arbitrary: any }) : any;
}

/** Mostly a value of the type, so that it is read by more than the check of types. */
function valueOf(type: GraphQLInputType, known: KnownValues, depth: number): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return fittingOr(valueOf(type.ofType, known, depth), 40);
  const named = isListType(type) ? listOf(type.ofType, known, depth) : namedValue(getNamedType(type), known, depth);
  return fc.oneof({ weight: 9, arbitrary: named }, { weight: 1, arbitrary: fc.constant(null) });
}

function fittingOr(fitting: fc.Arbitrary<unknown>, weight: number): fc.Arbitrary<unknown> {
  return fc.oneof({ weight, arbitrary: fitting }, { weight: 1, arbitrary: hostileValue });
}

function listOf(item: GraphQLInputType, known: KnownValues, depth: number): fc.Arbitrary<unknown> {
  return fc.array(valueOf(item, known, depth), { maxLength: 3 });
}

function namedValue(type: GraphQLNamedInputType, known: KnownValues, depth: number): fc.Arbitrary<unknown> {
  if (isEnumType(type)) return fittingOr(fc.constantFrom(...type.getValues().map(({ name }) => name)), 20);
  if (isInputObjectType(type)) return inputValue(type, known, depth);
  return fc.oneof({ weight: 2, arbitrary: fitting(type.name, known) }, { weight: 1, arbitrary: hostileText });
}

function inputValue(
  type: Extract<GraphQLNamedInputType, { getFields: unknown }>,
  known: KnownValues,
  depth: number,
): fc.Arbitrary<unknown> {
  const all = Object.values(type.getFields());
  const fields = depth < deepest ? all : all.filter((field) => isNonNullType(field.type));
  const required = fields.filter((field) => isNonNullType(field.type)).map(({ name }) => name);
  const values = Object.fromEntries(
    fields.map((field) => [field.name, argumentOf(field.name, field.type, known, depth + 1)]),
  );
  return fittingOr(fc.record(values, { requiredKeys: required }), 20);
}

const numbers = fc.oneof(fc.nat(50), fc.constantFrom(-1, 0, 500, 2 ** 31 - 1, -(2 ** 31)));

function fitting(scalar: string, known: KnownValues): fc.Arbitrary<unknown> {
  if (scalar === 'Int' || /count|year|hours/i.test(scalar)) return numbers;
  if (scalar === 'Float') return fc.oneof(numbers, fc.double());
  if (scalar === 'Boolean') return fc.boolean();
  const dates = fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') });
  if (/time|instant/i.test(scalar)) return dates.map((date) => date.toISOString());
  if (/date|day/i.test(scalar)) return dates.map((date) => date.toISOString().slice(0, 10));
  return fc.oneof(fc.constantFrom(...known.ids), fc.uuid(), hostileText);
}
