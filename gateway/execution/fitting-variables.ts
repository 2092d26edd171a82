import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Row } from './rows.js';

/** Of each kind of text and number that scalars ask for, one. */
const samples: readonly unknown[] = ['1000', 'nl', '2026-01-01', '2026-01-01T00:00:00Z', 'a@example.org', 1, true, {}];

/**
 * Values that fit the variables which an operation must be given, whatever they mean: its plan does not depend on them. A scalar that takes no
 * sample is left out, so that the operation is refused.
 */
export function fittingVariables(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): Row {
  const needed = variableDefinitions.flatMap(({ variable, type, defaultValue }) => {
    const known = defaultValue ? undefined : (typeFromAST(schema, type as never) as GraphQLInputType | undefined);
    return isNonNullType(known) ? [[variable.name.value, fitting(known)] as const] : [];
  });
  return Object.fromEntries(needed);
}

function fitting(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return fitting(type.ofType);
  if (isListType(type)) return [];
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(fields.map((field) => [field.name, fitting(field.type)]));
  }
  return isEnumType(type) ? type.getValues()[0]?.name : samples.find((sample) => takes(type, sample));
}

function takes(type: GraphQLLeafType, sample: unknown): boolean {
  try {
    return type.parseValue(sample) !== undefined;
  } catch {
    return false;
  }
}
