import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Caller } from '../identity/caller.js';
import { databaseFault } from '../database/database-faults.js';
import { HubError, isErrorCode } from '../errors/errors.js';
import { describeError, type Logger } from '../process/logger.js';

/** Errors of ours pass with code, parameters and path; Apollo's own keep their code; of the rest only what `unforeseen` says. */
export function presentSubgraphError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const path = formatted.path && { path: formatted.path };
  const { message, code, parameters } = foreseen(error, formatted) ?? unforeseen(error);
  return { message, ...path, extensions: { code, ...parameters } };
}

/** An error that nobody foresaw, as others may know it: the database is away or too slow, else only that it is ours. */
export function unforeseen(error: unknown): HubError {
  return new HubError(databaseFault(cause(error)) ?? 'INTERNAL');
}

/** One log line for a request in which something failed that nobody foresaw, however many fields it took along. */
export function logFailures(logger: Logger): ApolloServerPlugin<{ caller: Caller }> {
  return {
    requestDidStart: ({ contextValue }) =>
      Promise.resolve({
        didEncounterErrors: ({ errors }) => {
          const failures = errors.filter((error) => !foreseen(error));
          const [first] = failures;
          if (first) {
            const fields = { requestId: contextValue.caller.requestId, count: failures.length };
            logger.error({ ...describeError(cause(first)), ...fields }, 'request failed');
          }
          return Promise.resolve();
        },
      }),
  };
}

function foreseen(
  error: unknown,
  { extensions } = error as Pick<GraphQLFormattedError, 'extensions'>,
): HubError | null {
  const original = cause(error);
  if (original instanceof HubError) return original;
  const code = extensions?.['code'];
  return isErrorCode(code) && code !== 'INTERNAL' ? new HubError(code) : null;
}

/** Apollo and graphql-js wrap what was thrown. */
function cause(error: unknown): unknown {
  const original = (error as { originalError?: unknown } | null)?.originalError;
  return original === undefined ? error : cause(original);
}
