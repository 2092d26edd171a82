import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { isRecord } from '../../subgraph-link/read-result.js';
import { kindOfValue } from './kind-of-value.js';

/** Where a value does not fit, by the names that lead to it, and what belongs there: never the value itself. */
export interface VariableFault {
  readonly field: string;
  readonly expected: string;
}

export interface Misfit {
  /** The variable and what leads from it to the value. */
  readonly path: readonly (string | number)[];
  readonly type: GraphQLInputType;
  readonly value: unknown;
  /** Whether fields and codes may be named that the client did not send: in an operation that is published with the hub. */
  readonly mayName: () => boolean;
}

const mostValues = 40;
const fieldName = /^\w{1,60}$/;

/** What to tell of a value that does not fit. Names no type and, unless it may, no field or code that the client did not send. */
export function variableFault({ path, type, value, mayName }: Misfit): VariableFault {
  const named = getNamedType(type);
  if (value == null && isNonNullType(type)) return fault(path, 'verplicht (required)');
  if (isInputObjectType(named) && isRecord(value)) return fieldFault(path, named, value, mayName);
  return fault(path, isEnumType(named) && mayName() ? valuesOf(named.getValues()) : kindOfValue(named));
}

function fieldFault(
  path: Misfit['path'],
  type: GraphQLInputObjectType,
  value: Readonly<Record<string, unknown>>,
  mayName: () => boolean,
): VariableFault {
  const fields = type.getFields();
  const missing = Object.values(fields).find((field) => isRequiredInputField(field) && value[field.name] === undefined);
  if (missing && mayName()) return fault([...path, missing.name], 'verplicht (required)');
  if (missing) return fault(path, 'verplicht veld ontbreekt (a required field is missing)');
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(fields, name)) ?? '';
  return fault(fieldName.test(unknown) ? [...path, unknown] : path, 'onbekend veld (unknown field)');
}

function valuesOf(values: readonly { readonly name: string }[]): string {
  const names = values.slice(0, mostValues).map(({ name }) => name);
  return [...names, ...(values.length > mostValues ? ['…'] : [])].join(', ');
}

function fault(path: Misfit['path'], expected: string): VariableFault {
  return { field: path.join('.'), expected };
}
