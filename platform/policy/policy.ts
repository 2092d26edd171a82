import {
  defaultFieldResolver,
  getNamedType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { hasRole, roles, type Caller, type Role } from '../identity/caller.js';
import { HubError } from '../errors/errors.js';

/** Who may read one type: the roles for all its fields, and the fields that fewer may read. */
export interface TypePolicy {
  readonly readers: readonly Role[];
  readonly fields?: Readonly<Record<string, readonly Role[]>>;
}

/**
 * The rights of one subgraph. Every operation and every object type that it serves stands here: what is missing stops the start.
 * Which rows of a type a role sees is decided in the stores; this table decides whether it sees the type, field or operation at all.
 */
export interface Policy {
  readonly operations: Readonly<Record<string, readonly Role[]>>;
  readonly types: Readonly<Record<string, TypePolicy>>;
}

export const everyone = roles;

interface Context {
  readonly caller: Caller;
}

type Field = GraphQLField<unknown, Context>;

const rootTypes = new Set(['Query', 'Mutation']);
const federationFields = new Set(['_entities', '_service']);

/** Types that carry no data of their own and are as open as the field that leads to them. */
const structuralTypes = new Set(['_Service', '_Entity', 'PageInfo', 'Municipality']);
const structuralFields: readonly (readonly [suffix: string, fields: readonly string[]])[] = [
  ['Edge', ['cursor', 'node']],
  ['Connection', ['edges', 'pageInfo']],
];

function isStructural(type: GraphQLObjectType): boolean {
  const fields = Object.keys(type.getFields());
  const hasShape = structuralFields.some(
    ([suffix, allowed]) => type.name.endsWith(suffix) && fields.every((name) => allowed.includes(name)),
  );
  return structuralTypes.has(type.name) || hasShape;
}

/** Puts a check before every field that the table narrows. Throws at start when an operation or type has no policy. */
export function guardSchema(schema: GraphQLSchema, policy: Policy): GraphQLSchema {
  const missing = unguarded(schema, policy);
  if (missing.length > 0) throw new Error(`No policy for ${missing.join(', ')}: add it to the policy table`);
  const idle = namingNothing(schema, policy);
  if (idle.length > 0) throw new Error(`The policy names ${idle.join(', ')}, which the schema does not have`);
  for (const type of objectTypes(schema)) {
    for (const field of Object.values(type.getFields()) as Field[]) guardField(type, field, policy);
  }
  return schema;
}

/** The operations and types that no policy names: an empty list, or the hub does not start. */
export function unguarded(schema: GraphQLSchema, policy: Policy): string[] {
  return objectTypes(schema).flatMap((type) => {
    if (!rootTypes.has(type.name)) return isStructural(type) || policy.types[type.name] ? [] : [type.name];
    const operations = Object.keys(type.getFields()).filter((name) => !federationFields.has(name));
    return operations.filter((name) => !policy.operations[name]).map((name) => `${type.name}.${name}`);
  });
}

/** Entries of the policy that name nothing: misspelt, they would leave open what they mean to close. */
export function namingNothing(schema: GraphQLSchema, policy: Policy): string[] {
  const fieldsOf = new Map(objectTypes(schema).map((type) => [type.name, Object.keys(type.getFields())]));
  const operations = [...rootTypes].flatMap((root) => fieldsOf.get(root) ?? []);
  const types = Object.entries(policy.types).flatMap(([name, { fields = {} }]) => {
    const known = fieldsOf.get(name);
    return known
      ? Object.keys(fields)
          .filter((field) => !known.includes(field))
          .map((field) => `${name}.${field}`)
      : [name];
  });
  return [...Object.keys(policy.operations).filter((name) => !operations.includes(name)), ...types];
}

function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
}

/** The roles that pass a field: its operation or field entry, and the readers of the type that it leads to. */
function allowedRoles(type: GraphQLObjectType, field: Field, policy: Policy): readonly Role[] | null {
  const own = rootTypes.has(type.name) ? policy.operations[field.name] : policy.types[type.name]?.fields?.[field.name];
  const led = policy.types[getNamedType(field.type).name]?.readers;
  if (own && led) return own.filter((role) => led.includes(role));
  return own ?? led ?? null;
}

function guardField(type: GraphQLObjectType, field: Field, policy: Policy): void {
  const allowed = allowedRoles(type, field, policy);
  if (!allowed || allowed.length === roles.length) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    if (!hasRole(context.caller, ...allowed)) throw new HubError('FORBIDDEN');
    return resolve(source, args, context, info);
  };
}

/** Guards the way in through another subgraph: an entity that the caller may not read is not found. */
export function guardReference<T>(policy: Policy, typeName: string, caller: Caller, resolve: () => T): T | null {
  const readers = policy.types[typeName]?.readers ?? [];
  return hasRole(caller, ...readers) ? resolve() : null;
}
