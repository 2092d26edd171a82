import { executeSync, isObjectType, Kind, visit } from 'graphql';
import type { DocumentNode, ExecutionResult, FieldNode, GraphQLSchema } from 'graphql';
import { isRow, type Row } from '../rows.js';

/** The document with the type of every object asked for, so that graphql-js can read its answer again. */
export function withTypes(document: DocumentNode): DocumentNode {
  const name = { kind: Kind.NAME, value: '__typename' } as const;
  const typename: FieldNode = { kind: Kind.FIELD, name };
  return visit(document, {
    SelectionSet: (set) => ({ ...set, selections: [...set.selections, typename] }),
  });
}

/** What graphql-js makes of an answer that it is given: only what was asked, null where a value does not fit, errors at their places. */
export function readAgain(
  schema: GraphQLSchema,
  document: DocumentNode,
  variableValues: Readonly<Row>,
  rootValue: Row,
): ExecutionResult {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !type.name.startsWith('__')) type.isTypeOf = (value) => isRow(value);
  return executeSync({
    schema,
    document,
    variableValues,
    rootValue,
    fieldResolver: (source: Row, _args, _context, { path }) =>
      Object.hasOwn(source, path.key) ? source[path.key] : null,
    typeResolver: (value) => (isRow(value) ? String(value['__typename']) : undefined),
  });
}

/** Puts what does not fit in the place of some values. The types of objects stay as they are. */
export function addJunk(value: unknown, choose: (bound: number) => number): void {
  if (Array.isArray(value)) for (const item of value) addJunk(item, choose);
  if (!isRow(value)) return;
  for (const [name, field] of Object.entries(value)) {
    if (name === '__typename') continue;
    if (choose(12) === 0) value[name] = junkFor(field, choose);
    else addJunk(field, choose);
  }
}

/** Nothing that graphql-js would make a value of: it takes 1 for true, and '1' for 1. */
function junkFor(value: unknown, choose: (bound: number) => number): unknown {
  const other = Array.isArray(value) ? [null, ...(value as unknown[])] : typeof value === 'string' ? {} : 'x';
  return [null, other, [[]], undefined][choose(4)];
}
