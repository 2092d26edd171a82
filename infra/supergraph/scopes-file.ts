import { isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { isMachineRole, scopes as every, type Scope } from '../../platform/identity/scopes.js';
import { isRoot, isStructural, objectTypes, ownFields, passersOf, readersOf } from '../../platform/policy/structure.js';
import type { Role } from '../../platform/identity/caller.js';
import type { SubgraphRights } from '../rights/subgraph-rights.js';

/**
 * What the gateway asks of systems before it plans, made from the tables of rights: `gateway/scopes.csv`. Each line is a field and the scopes
 * of which a token needs one; a field with two lines needs one of each.
 */
export function scopesFile(rights: readonly SubgraphRights[]): string {
  const lines = rights.flatMap((subgraph) =>
    objectTypes(subgraph.schema)
      .filter((type) => !isStructural(type))
      .flatMap((type) => linesOf(rights, subgraph, type)),
  );
  return ['field,scopes', ...[...new Set(lines)].sort()].join('\n') + '\n';
}

function linesOf(rights: readonly SubgraphRights[], { policy }: SubgraphRights, type: GraphQLObjectType): string[] {
  const ofType = isRoot(type) ? null : readersOf(policy, type, 'scopes');
  return ownFields(type)
    .filter((field) => !isExternal(field) && isOfSystems(passersOf(policy, type, field, 'roles')))
    .flatMap((field) => {
      const isOwn = servers(rights, type, field.name) === 1 && servers(rights, type) > 1;
      const asked = [isOwn ? ofType : null, passersOf(policy, type, field, 'scopes')];
      return asked.flatMap((scopes) =>
        scopes && scopes.length < every.length ? [lineOf(`${type.name}.${field.name}`, scopes)] : [],
      );
    });
}

function isOfSystems(roles: readonly Role[] | null): boolean {
  return roles?.some(isMachineRole) !== false;
}

function lineOf(field: string, scopes: readonly Scope[]): string {
  return `${field},${[...scopes].join(' ')}`;
}

/** How many subgraphs serve a type, or a field of it: what only one has is fetched from it, which asks for its own scopes. */
function servers(rights: readonly SubgraphRights[], { name }: GraphQLObjectType, field?: string): number {
  return rights.filter(({ schema }) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) return false;
    const found = field === undefined ? null : type.getFields()[field];
    return field === undefined || (found !== undefined && found !== null && !isExternal(found));
  }).length;
}

function isExternal({ astNode }: GraphQLField<unknown, unknown>): boolean {
  return astNode?.directives?.some(({ name }) => name.value === 'external') === true;
}
