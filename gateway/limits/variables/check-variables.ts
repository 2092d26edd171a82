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
import { HubError } from '../../../platform/errors/errors.js';
import { limits } from '../limits.js';
import { variableFault, type Misfit } from './variable-fault.js';

type Variables = Readonly<Record<string, unknown>>;

export interface GivenVariables {
  readonly schema: GraphQLSchema;
  readonly definitions: readonly VariableDefinitionNode[];
  readonly variables: Variables;
  /** Whether the operation is published with the hub, so that a refusal may name what its variables need. */
  readonly isRegistered: () => boolean;
}

/**
 * The values of the variables as the operation takes them. Refuses variables that are too large, or of another type than the operation
 * declares. Names the place and what belongs there, never the value.
 */
export function checkVariables(given: GivenVariables): Variables {
  checkSize(given.variables, 0);
  const values = given.definitions.map(
    (definition) => [definition.variable.name.value, checkVariable(given, definition)] as const,
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

function checkVariable(
  { schema, variables, isRegistered }: GivenVariables,
  definition: VariableDefinitionNode,
): unknown {
  const type = typeFromAST(schema, definition.type);
  const name = definition.variable.name.value;
  if (!isInputType(type)) return undefined;
  const refuse = (inner: Misfit['path'], value: unknown): never => {
    const misfit = { path: [name, ...inner], type: typeAt(type, inner), value, mayName: isRegistered };
    throw new HubError('BAD_USER_INPUT', { ...variableFault(misfit) });
  };
  if (!Object.hasOwn(variables, name)) {
    if (definition.defaultValue) return valueFromAST(definition.defaultValue, type);
    return isNonNullType(type) ? refuse([], undefined) : undefined;
  }
  return coerceInputValue(variables[name], type, refuse, true);
}

function typeAt(type: GraphQLInputType, path: Misfit['path']): GraphQLInputType {
  if (isNonNullType(type) && path.length > 0) return typeAt(type.ofType, path);
  const [key, ...rest] = path;
  if (isListType(type) && typeof key === 'number') return typeAt(type.ofType, rest);
  const field = isInputObjectType(type) && key !== undefined ? type.getFields()[key] : undefined;
  return field ? typeAt(field.type, rest) : type;
}
