import type { GraphQLFormattedError } from 'graphql';
import { errorTexts, isErrorCode, type ErrorCode, type ErrorParameters } from '../../../platform/errors/errors.js';
import type { Path } from './read-answer.js';

/** An error that a subgraph reported: the gateway believes its code, the parameters its text names, and its path. */
export interface SubgraphError {
  readonly code: ErrorCode;
  readonly parameters: ErrorParameters;
  readonly path: Path | null;
}

/** What a subgraph says of the gateway's own request is about the gateway, not about the client's. */
const aboutTheGateway: ReadonlySet<ErrorCode> = new Set([
  'UNAUTHENTICATED',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'QUERY_TOO_LARGE',
  'PAYLOAD_TOO_LARGE',
  'METHOD_NOT_ALLOWED',
  'UNSUPPORTED_MEDIA_TYPE',
]);

const longestText = 100;

export function readError(error: GraphQLFormattedError, subgraph: string): SubgraphError {
  const path = isPath(error.path) ? error.path : null;
  const extensions = isObject(error.extensions) ? error.extensions : {};
  const code = extensions['code'];
  if (!isErrorCode(code) || code === 'INTERNAL') return { code: 'INTERNAL', parameters: { subgraph }, path };
  if (aboutTheGateway.has(code)) return { code: 'SUBGRAPH_ANSWER_INVALID', parameters: { subgraph }, path };
  return { code, parameters: namedParameters(code, extensions), path };
}

/** Only what the text of the code names, and only short: anything else could be a value or an inner detail. */
function namedParameters(code: ErrorCode, extensions: Readonly<Record<string, unknown>>): ErrorParameters {
  const names = [...errorTexts[code].nl.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = Object.hasOwn(extensions, name) ? extensions[name] : undefined;
      const isShown = typeof value === 'number' || (typeof value === 'string' && value.length <= longestText);
      return isShown ? [[name, value]] : [];
    }),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isPath(value: unknown): value is Path {
  return Array.isArray(value) && value.every((key) => typeof key === 'string' || typeof key === 'number');
}
