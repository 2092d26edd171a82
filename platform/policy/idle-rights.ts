import {
  getNamedType,
  isAbstractType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { roles } from '../identity/caller.js';
import { isMachineRole, scopes } from '../identity/scopes.js';
import { grantedIn, type Grants, type Policy } from './policy.js';
import { isRoot, objectTypes, ownFields, passersOf, readersOf } from './structure.js';

/**
 * Rights of the table that change nothing, so that a reader of the table would be misled: a role or scope that may use an operation or field
 * but not read what it gives, or read a type to which nothing leads it. Each as `name for role`.
 */
export function idleRights(schema: GraphQLSchema, policy: Policy): string[] {
  return [...idleFor(schema, policy, 'roles', roles), ...idleFor(schema, policy, 'scopes', scopes)];
}

/** The same of roles alone, or of scopes alone: what a token is for must open something by itself. */
function idleFor(schema: GraphQLSchema, policy: Policy, as: keyof Grants, every: readonly string[]): string[] {
  const steps = new Map(objectTypes(schema).map((type) => [type, stepsFrom(schema, policy, type, as)]));
  return [
    ...[...steps.keys()].flatMap((type) => blockedFields(type, policy, as)),
    ...every.flatMap((one) => unreached(schema, policy, steps, as, one)),
  ];
}

/** Operations and narrowed fields that somebody may use, but whose type they may not read. */
function blockedFields(type: GraphQLObjectType, policy: Policy, as: keyof Grants): string[] {
  const readers: Allowed = readersOf(policy, type, as);
  return ownFields(type).flatMap((field) => {
    const name = isRoot(type) ? field.name : `${type.name}.${field.name}`;
    const granted: Allowed = grantedIn(isRoot(type) ? policy.operations : policy.fields, name, as);
    const led: Allowed = readersOf(policy, getNamedType(field.type), as);
    return (granted ?? []).filter((one) => !(may(readers, one) && may(led, one))).map((one) => `${name} for ${one}`);
  });
}

/** Roles or scopes; null for all of them. */
type Allowed = readonly string[] | null;

/** From one type to others: who passes the field, and which types its value can be, each with its readers. */
interface Step {
  readonly allowed: Allowed;
  readonly members: readonly (readonly [GraphQLObjectType, Allowed])[];
}

type Steps = ReadonlyMap<GraphQLObjectType, readonly Step[]>;

function stepsFrom(schema: GraphQLSchema, policy: Policy, type: GraphQLObjectType, as: keyof Grants): Step[] {
  return ownFields(type).map((field) => ({
    allowed: passing(passersOf(policy, type, field, 'roles'), passersOf(policy, type, field, as), as),
    members: membersOf(schema, policy, getNamedType(field.type), as),
  }));
}

/** The object types that a value of a type can be. */
function membersOf(
  schema: GraphQLSchema,
  policy: Policy,
  type: GraphQLNamedType | undefined,
  as: keyof Grants,
): Step['members'] {
  const members = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  return members.map(
    (member) => [member, passing(readersOf(policy, member, 'roles'), readersOf(policy, member, as), as)] as const,
  );
}

/** Types that one may read, but never comes to: by an operation, or from another subgraph by the key of an entity. */
function unreached(schema: GraphQLSchema, policy: Policy, steps: Steps, as: keyof Grants, one: string): string[] {
  const readable = (members: Step['members']) =>
    members.filter(([, readers]) => may(readers, one)).map(([member]) => member);
  const entities = membersOf(schema, policy, schema.getType('_Entity'), as);
  const reached = new Set([...steps.keys()].filter(isRoot).concat(readable(entities)));
  for (const type of reached) {
    const open = (steps.get(type) ?? []).filter(({ allowed }) => may(allowed, one));
    // a set goes on with what is added to it on the way
    for (const next of open.flatMap(({ members }) => readable(members))) reached.add(next);
  }
  const names = new Set([...reached].map(({ name }) => name));
  return policy.types
    .flatMap(({ names: named, [as]: granted = [] }) => ((granted as readonly string[]).includes(one) ? named : []))
    .filter((name) => schema.getType(name) && !names.has(name))
    .map((name) => `${name} for ${one}`);
}

/** Who passes; no scope does where no system comes. */
function passing(allowed: Allowed, granted: Allowed, as: keyof Grants): Allowed {
  return as === 'scopes' && allowed?.some(isMachineRole) === false ? [] : granted;
}

function may(allowed: Allowed, one: string): boolean {
  return allowed?.includes(one) !== false;
}
