import type { GraphQLSchema } from 'graphql';
import { isMachineRole } from '../identity/scopes.js';
import type { Policy, Rights } from './policy.js';
import { isRoot, isStructural, objectTypes, ownFields } from './structure.js';
import { idleRights } from './idle-rights.js';

/** Everything that is wrong with a table, each with what to do: an empty list, or the hub does not start. */
export function policyFaults(schema: GraphQLSchema, policy: Policy): string[] {
  const missing = unguarded(schema, policy);
  const nothing = namingNothing(schema, policy);
  const all = [...policy.operations, ...policy.types, ...(policy.fields ?? [])];
  const names = all.flatMap((rights) => rights.names);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const silent = all.filter(({ rows }) => rows.trim() === '').flatMap((rights) => rights.names);
  const findings: (readonly [readonly string[], (list: string) => string])[] = [
    [missing, (list) => `No policy for ${list}: add it to the policy table`],
    [nothing, (list) => `The policy names ${list}, which the schema does not have`],
    [twice, (list) => `The policy names ${list} more than once`],
    [silent, (list) => `The policy does not say which rows of ${list}`],
    [scopeless(policy), (list) => `The policy asks no scope of a system for ${list}: say which`],
    [idleRights(schema, policy), (list) => `The policy gives rights that nobody can use: ${list}`],
  ];
  return findings.filter(([found]) => found.length > 0).map(([found, tell]) => tell(found.join(', ')));
}

/** The operations and types that a system may use or read without its token being for them. */
function scopeless({ operations, types }: Policy): string[] {
  const isOfSystems = ({ roles }: Rights): boolean => roles.some(isMachineRole);
  const isAsked = ({ scopes = [] }: Rights): boolean => scopes.length > 0;
  return [...operations, ...types].filter((one) => isOfSystems(one) && !isAsked(one)).flatMap(({ names }) => names);
}

/** The operations and types that no policy names. */
export function unguarded(schema: GraphQLSchema, policy: Policy): string[] {
  const isNamed = (rights: readonly Rights[], name: string): boolean =>
    rights.some(({ names }) => names.includes(name));
  return objectTypes(schema).flatMap((type) => {
    if (!isRoot(type)) return isStructural(type) || isNamed(policy.types, type.name) ? [] : [type.name];
    const operations = ownFields(type).filter(({ name }) => !isNamed(policy.operations, name));
    return operations.map(({ name }) => `${type.name}.${name}`);
  });
}

/** Entries of the policy that name nothing: misspelt, they would leave open what they mean to close. */
export function namingNothing(schema: GraphQLSchema, policy: Policy): string[] {
  const types = objectTypes(schema);
  const known = {
    operations: types.filter(isRoot).flatMap((type) => ownFields(type).map(({ name }) => name)),
    types: types.filter((type) => !isRoot(type)).map(({ name }) => name),
    fields: types.flatMap((type) => ownFields(type).map(({ name }) => `${type.name}.${name}`)),
  };
  return (['operations', 'types', 'fields'] as const).flatMap((kind) =>
    (policy[kind] ?? []).flatMap(({ names }) => names).filter((name) => !known[kind].includes(name)),
  );
}
