import {
  defaultFieldResolver,
  defaultTypeResolver,
  isAbstractType,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { hasRole, roles, type Caller } from '../identity/caller.js';
import { HubError } from '../errors/errors.js';
import { grantedIn, type Policy } from './policy.js';
import { policyFaults } from './policy-faults.js';
import { assertScope } from './scope.js';
import { objectTypes, passersOf } from './structure.js';

interface Context {
  readonly caller: Caller;
}

type Field = GraphQLField<unknown, Context>;

/** Puts a check before every field and every type of an interface or union that the table narrows. Throws at start when the table is wrong. */
export function guardSchema(schema: GraphQLSchema, policy: Policy): GraphQLSchema {
  const faults = policyFaults(schema, policy);
  if (faults.length > 0) throw new Error(faults.join('; '));
  for (const type of objectTypes(schema)) {
    for (const field of Object.values(type.getFields()) as Field[]) guardField(type, field, policy);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) guardMembers(type, policy);
  }
  return schema;
}

/** Scopes are asked before roles: a token that is for something else says nothing of the rest. */
function guardField(type: GraphQLObjectType, field: Field, policy: Policy): void {
  const scopes = passersOf(policy, type, field, 'scopes');
  const allowed = passersOf(policy, type, field, 'roles') ?? roles;
  if (scopes === null && allowed.length === roles.length) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    assertScope(context.caller, scopes);
    if (!hasRole(context.caller, ...allowed)) throw new HubError('FORBIDDEN');
    return resolve(source, args, context, info);
  };
}

/** What an interface or union turns out to be is known by its value only: an entity asked by its key is found this way too. */
function guardMembers(type: GraphQLAbstractType, policy: Policy): void {
  const resolve = type.resolveType ?? defaultTypeResolver;
  type.resolveType = (value, context: Context, info, abstract) => {
    const judge = (name: string | undefined): string | undefined => {
      if (name !== undefined) assertReads(policy, name, context.caller);
      return name;
    };
    const found = resolve(value, context, info, abstract);
    return found instanceof Promise ? found.then(judge) : judge(found);
  };
}

/**
 * Guards the way in through another subgraph, before anything is looked up. FORBIDDEN, whether the entity exists or not; as a promise,
 * so that what else was asked by its key in the same request stands.
 */
export async function guardReference(
  policy: Policy,
  typeName: string,
  caller: Caller,
  resolve: () => unknown,
): Promise<unknown> {
  assertReads(policy, typeName, caller);
  return await resolve();
}

function assertReads(policy: Policy, typeName: string, caller: Caller): void {
  assertScope(caller, grantedIn(policy.types, typeName, 'scopes'));
  if (!hasRole(caller, ...(grantedIn(policy.types, typeName, 'roles') ?? []))) throw new HubError('FORBIDDEN');
}
