import {
  getNamedType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { grantedIn, type Granted, type Grants, type Policy } from './policy.js';

const rootTypes: ReadonlySet<string> = new Set(['Query', 'Mutation']);
const federationFields: ReadonlySet<string> = new Set(['_entities', '_service']);

/** Types that carry no data of their own and are as open as the field that leads to them. */
const structuralTypes = new Set(['_Service', '_Entity', 'PageInfo', 'Municipality']);
const structuralFields: readonly (readonly [suffix: string, fields: readonly string[], item: string])[] = [
  ['Edge', ['cursor', 'node'], 'node'],
  ['Connection', ['edges', 'pageInfo'], 'edges'],
];

export function isRoot(type: GraphQLNamedType): boolean {
  return rootTypes.has(type.name);
}

/** The object types that a subgraph serves. */
export function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
}

/** The fields of a type, without those that federation adds. */
export function ownFields(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter(({ name }) => !federationFields.has(name));
}

export function isStructural(type: GraphQLNamedType): boolean {
  return structuralTypes.has(type.name) || itemField(type) !== null;
}

/** The readers of a type; of a page those of its items, so that a list tells nothing of what may not be read. Null: as open as what leads to it. */
export function readersOf<A extends keyof Grants>(policy: Policy, type: GraphQLNamedType, as: A): Granted<A> {
  const item = itemField(type);
  return grantedIn(policy.types, type.name, as) ?? (item && readersOf(policy, getNamedType(item.type), as));
}

/** The field of a connection or edge that holds its items; null for a type that is no more than that, or carries more. */
export function itemField(type: GraphQLNamedType): GraphQLField<unknown, unknown> | null {
  if (!isObjectType(type)) return null;
  const fields = type.getFields();
  const shape = structuralFields.find(
    ([suffix, allowed]) => type.name.endsWith(suffix) && Object.keys(fields).every((name) => allowed.includes(name)),
  );
  return (shape && fields[shape[2]]) ?? null;
}

/** Who passes a field: its operation or field entry, and the readers of the type that it leads to. Null: all who came to its type. */
export function passersOf<A extends keyof Grants>(
  policy: Policy,
  type: GraphQLNamedType,
  field: GraphQLField<unknown, never>,
  as: A,
): Granted<A> {
  const own = isRoot(type)
    ? grantedIn(policy.operations, field.name, as)
    : grantedIn(policy.fields, `${type.name}.${field.name}`, as);
  const led = readersOf(policy, getNamedType(field.type), as);
  if (own && led) return own.filter((one) => led.includes(one));
  return own ?? led;
}
