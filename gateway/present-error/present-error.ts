import { AsyncLocalStorage } from 'node:async_hooks';
import type { GraphQLFormattedError } from 'graphql';
import {
  errorMessage,
  HubError,
  type ErrorCode,
  type ErrorParameters,
  type Language,
} from '../../platform/errors/errors.js';
import { describeError, type Logger } from '../../platform/process/logger.js';
import { codeOfApollo } from './apollo-codes.js';

/** The one place where an error becomes what a client reads: a code of the hub, its text in the reader's language, its place. */
export interface ErrorPresenter {
  /** Errors presented within `work` speak this language. */
  speaking<T>(language: Language, work: () => T): T;
  /** For Apollo Server's `formatError`. */
  present(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
}

export function createErrorPresenter(logger: Logger): ErrorPresenter {
  const spoken = new AsyncLocalStorage<Language>();
  return {
    speaking: (language, work) => spoken.run(language, work),
    present(formatted, error) {
      const known = recognise(error);
      if (known.code === 'INTERNAL') logger.error(describeError(innermost(error)), 'request failed');
      const { path, locations } = formatted;
      return {
        ...toFormatted(known, spoken.getStore() ?? 'nl'),
        ...(path && { path }),
        ...(locations && { locations }),
      };
    },
  };
}

interface KnownError {
  readonly code: ErrorCode;
  readonly parameters: ErrorParameters;
}

/** An error as a client reads it, without a place. */
export function toFormatted({ code, parameters }: KnownError, language: Language): GraphQLFormattedError {
  return { message: errorMessage(code, language, parameters), extensions: { ...parameters, code } };
}

function recognise(error: unknown): KnownError {
  const cause = innermost(error);
  if (cause instanceof HubError) return cause;
  return codeOfApollo(error) ?? { code: 'INTERNAL', parameters: {} };
}

/** Apollo and graphql-js wrap what was thrown, sometimes more than once. */
function innermost(error: unknown): unknown {
  const inner = (error as { originalError?: unknown } | null)?.originalError;
  return inner instanceof Error ? innermost(inner) : error;
}
