import { GraphQLError } from 'graphql';
import type { ErrorCode, ErrorParameters } from '../../platform/errors/errors.js';
import type { Measure } from '../limits/limits.js';

interface Known {
  readonly code: ErrorCode;
  readonly parameters: ErrorParameters;
}

/** The codes that Apollo Server gives of its own accord and that a client can do something about. */
const codes: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  OPERATION_RESOLUTION_FAILURE: 'OPERATION_RESOLUTION_FAILURE',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_REQUEST',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_REQUEST',
  BAD_REQUEST: 'BAD_REQUEST',
};

/** What Apollo Server tells by HTTP status alone. */
const codesOfStatus: Readonly<Record<number, ErrorCode>> = {
  406: 'NOT_ACCEPTABLE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

// graphql-js has no code for it; the typing error is its own
const tooManyTokens = /^Syntax Error: Document contains more that \d+ tokens/;

/** An error of Apollo Server as one of the hub's; null for what no client caused. */
export function codeOfApollo(error: unknown): Known | null {
  if (!(error instanceof GraphQLError)) return null;
  const { extensions, message } = error;
  if (tooManyTokens.test(message)) return tooLarge('tokens');
  if (extensions['validationErrorCode'] === 'MAX_RECURSIVE_SELECTIONS_EXCEEDED') return tooLarge('selections');
  const status = (extensions['http'] as { status?: number } | undefined)?.status ?? 0;
  const code = codesOfStatus[status] ?? codes[String(extensions['code'])];
  return code ? { code, parameters: {} } : null;
}

function tooLarge(measure: Measure): Known {
  return { code: 'QUERY_TOO_LARGE', parameters: { measure } };
}
