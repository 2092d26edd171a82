import { getNamedType, GraphQLID, isInputObjectType, type GraphQLArgument, type GraphQLInputType } from 'graphql';

/** How many identifiers the values of arguments name, lists and inputs within them included. */
export function countIds(definitions: readonly GraphQLArgument[], values: Readonly<Record<string, unknown>>): number {
  return definitions.reduce((count, { name, type }) => count + idsOf(type, values[name]), 0);
}

function idsOf(type: GraphQLInputType, value: unknown): number {
  if (value == null) return 0;
  if (Array.isArray(value)) return value.reduce((count: number, item) => count + idsOf(type, item), 0);
  const named = getNamedType(type);
  if (named === GraphQLID) return 1;
  if (!isInputObjectType(named)) return 0;
  const given = value as Readonly<Record<string, unknown>>;
  return Object.values(named.getFields()).reduce((count, field) => count + idsOf(field.type, given[field.name]), 0);
}
