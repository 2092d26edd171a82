import {
  getNamedType,
  isAbstractType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { roles, type Role } from '../identity/caller.js';
import { rolesOf, type Policy } from './policy.js';
import { allowedRoles, isRoot, objectTypes, ownFields, readersOf } from './structure.js';

/**
 * Rights of the table that change nothing, so that a reader of the table would be misled: a role that may use an operation or field but
 * not read what it gives, or read a type to which nothing leads it. Each as `name for role`.
 */
export function idleRights(schema: GraphQLSchema, policy: Policy): string[] {
  const steps = new Map(objectTypes(schema).map((type) => [type, stepsFrom(schema, policy, type)]));
  return [
    ...[...steps.keys()].flatMap((type) => blockedFields(type, policy)),
    ...roles.flatMap((role) => unreached(schema, policy, steps, role)),
  ];
}

/** Operations and narrowed fields that a role may use, but whose type it may not read. */
function blockedFields(type: GraphQLObjectType, policy: Policy): string[] {
  const readers = readersOf(policy, type);
  return ownFields(type).flatMap((field) => {
    const name = isRoot(type) ? field.name : `${type.name}.${field.name}`;
    const granted = rolesOf(isRoot(type) ? policy.operations : policy.fields, name) ?? [];
    const led = readersOf(policy, getNamedType(field.type));
    return granted.filter((role) => !(may(readers, role) && may(led, role))).map((role) => `${name} for ${role}`);
  });
}

type Allowed = readonly Role[] | null;

/** From one type to others: who passes the field, and which types its value can be, each with its readers. */
interface Step {
  readonly allowed: Allowed;
  readonly members: readonly (readonly [GraphQLObjectType, Allowed])[];
}

type Steps = ReadonlyMap<GraphQLObjectType, readonly Step[]>;

function stepsFrom(schema: GraphQLSchema, policy: Policy, type: GraphQLObjectType): Step[] {
  return ownFields(type).map((field) => ({
    allowed: allowedRoles(policy, type, field),
    members: membersOf(schema, policy, getNamedType(field.type)),
  }));
}

/** The object types that a value of a type can be. */
function membersOf(schema: GraphQLSchema, policy: Policy, type: GraphQLNamedType | undefined): Step['members'] {
  const members = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  return members.map((member) => [member, readersOf(policy, member)] as const);
}

/** Types that a role may read, but never comes to: by an operation, or from another subgraph by the key of an entity. */
function unreached(schema: GraphQLSchema, policy: Policy, steps: Steps, role: Role): string[] {
  const readable = (members: Step['members']) =>
    members.filter(([, readers]) => may(readers, role)).map(([member]) => member);
  const entities = membersOf(schema, policy, schema.getType('_Entity'));
  const reached = new Set([...steps.keys()].filter(isRoot).concat(readable(entities)));
  for (const type of reached) {
    const open = (steps.get(type) ?? []).filter(({ allowed }) => may(allowed, role));
    // a set goes on with what is added to it on the way
    for (const next of open.flatMap(({ members }) => readable(members))) reached.add(next);
  }
  const names = new Set([...reached].map(({ name }) => name));
  return policy.types
    .flatMap((rights) => (rights.roles.includes(role) ? rights.names : []))
    .filter((name) => schema.getType(name) && !names.has(name))
    .map((name) => `${name} for ${role}`);
}

function may(allowed: Allowed, role: Role): boolean {
  return allowed?.includes(role) !== false;
}
