import {
  coerceInputValue,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  valueFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';
import { HubError } from '../../platform/errors/errors.js';
import { limits } from './limits.js';

type Variables = Readonly<Record<string, unknown>>;

/**
 * The values of the variables as the operation takes them. Refuses variables that are too large, or of another type than the operation
 * declares. Names the place, never the value.
 */
export function checkVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  variables: Variables,
): Variables {
  checkSize(variables, 0);
  const values = definitions.map(
    (definition) => [definition.variable.name.value, checkVariable(schema, definition, variables)] as const,
  );
  // what was left out must stay out: graphql-js takes undefined for a value that does not fit
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function checkSize(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > limits.inputDepth) throw new HubError('QUERY_TOO_LARGE', { measure: 'input depth' });
  const items: unknown[] = Array.isArray(value) ? value : Object.values(value);
  if (items.length > limits.listItems) throw new HubError('QUERY_TOO_LARGE', { measure: 'list items' });
  for (const item of items) checkSize(item, depth + 1);
}

function checkVariable(schema: GraphQLSchema, definition: VariableDefinitionNode, variables: Variables): unknown {
  const type = typeFromAST(schema, definition.type);
  const name = definition.variable.name.value;
  if (!isInputType(type)) return undefined;
  if (!Object.hasOwn(variables, name)) {
    if (definition.defaultValue) return valueFromAST(definition.defaultValue, type);
    return isNonNullType(type) ? refuse([name], type) : undefined;
  }
  const onError = (path: readonly (string | number)[]): never => refuse([name, ...path], typeAt(type, path));
  return coerceInputValue(variables[name], type, onError, true);
}

function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  if (isNonNullType(type) && path.length > 0) return typeAt(type.ofType, path);
  const [key, ...rest] = path;
  if (isListType(type) && typeof key === 'number') return typeAt(type.ofType, rest);
  const field = isInputObjectType(type) && key !== undefined ? type.getFields()[key] : undefined;
  return field ? typeAt(field.type, rest) : type;
}

function refuse(path: readonly (string | number)[], type: GraphQLInputType): never {
  throw new HubError('BAD_USER_INPUT', { field: path.join('.'), expected: String(type) });
}
