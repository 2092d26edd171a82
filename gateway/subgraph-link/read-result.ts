import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { SubgraphFault } from './subgraph-fault.js';

/** The GraphQL result in a body of JSON. Throws SUBGRAPH_ANSWER_INVALID for any text that is not one. */
export function readResult(text: string): FormattedExecutionResult {
  const { data, errors } = parse(text);
  if (data === undefined && errors === undefined) throw invalid();
  if (data !== undefined && data !== null && !isRecord(data)) throw invalid();
  if (errors !== undefined && !(Array.isArray(errors) && errors.length > 0 && errors.every(isRecord))) throw invalid();
  return {
    ...(data !== undefined && { data }),
    ...(errors !== undefined && { errors: errors as unknown as GraphQLFormattedError[] }),
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch (error) {
    throw invalid({ cause: error });
  }
  throw invalid();
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(options?: ErrorOptions): SubgraphFault {
  return new SubgraphFault('SUBGRAPH_ANSWER_INVALID', options);
}
