import { isAbstractType, isInterfaceType, type GraphQLSchema } from 'graphql';

/** Names of all types that a condition such as `... on Media` holds for: itself, and what implements or belongs to it. */
export type TypesWithin = (condition: string) => ReadonlySet<string>;

/** Looks up in a supergraph, with what clients do not see of it: each condition once, and nothing before the first is asked for. */
export function typesOfSupergraph(read: () => GraphQLSchema): TypesWithin {
  const known = new Map<string, ReadonlySet<string>>();
  let schema: GraphQLSchema | null = null;
  return (condition) => {
    schema ??= read();
    const names = known.get(condition) ?? namesWithin(schema, condition);
    known.set(condition, names);
    return names;
  };
}

function namesWithin(schema: GraphQLSchema, condition: string): ReadonlySet<string> {
  const type = schema.getType(condition);
  if (!isAbstractType(type)) return new Set([condition]);
  const objects = schema.getPossibleTypes(type);
  const interfaces = isInterfaceType(type) ? schema.getImplementations(type).interfaces : [];
  return new Set([condition, ...[...objects, ...interfaces].map(({ name }) => name)]);
}
