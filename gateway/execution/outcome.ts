import type { ApolloGateway } from '@apollo/gateway';
import type { GraphQLError } from 'graphql';
import type { Row } from './rows.js';

/** What came of an operation. */
export interface Outcome {
  /** Absent when the operation was refused before it began. */
  readonly data?: Row | null | undefined;
  /** What subgraphs reported, and what kept them from answering. */
  readonly errors: readonly unknown[];
  /** The places where what subgraphs gave does not fit: a null that may not be, a value of another type. */
  readonly unfit: readonly GraphQLError[];
}

/** What the stock executor gave: values that do not fit it tells in an extension, and only when nothing else went wrong. */
export function toOutcome({ data, errors = [], extensions }: Awaited<ReturnType<ApolloGateway['executor']>>): Outcome {
  const noted: unknown = extensions?.['valueCompletion'];
  return { data, errors, unfit: Array.isArray(noted) ? (noted as GraphQLError[]) : [] };
}
