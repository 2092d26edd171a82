import { GraphQLError, type ExecutionResult } from 'graphql';
import { HubError, type ErrorCode, type ErrorParameters } from '../../../platform/errors/errors.js';
import type { Outcome } from '../../execution/outcome.js';
import { limits } from '../../limits/limits.js';
import type { Failure } from './failures.js';
import { emptyPlaceAt, visiblePart } from '../places/places.js';
import type { Path } from './read-answer.js';

/**
 * The answer with an error for every place that is empty against the asker's will: what failed in a subgraph, and where that is all
 * that is known, that a required value is missing.
 */
export function completeAnswer({ data, errors, unfit }: Outcome, failures: readonly Failure[]): ExecutionResult {
  const reported = failures.flatMap((failure) => reportFailure(failure, data));
  const missing = unfit
    .map(({ path = [] }) => emptyPlaceAt(data, path) ?? path)
    .filter((path) => !reported.some((error) => startsWith(error.path ?? [], path)))
    .map((path) => toError('ANSWER_INCOMPLETE', {}, path));
  const all = distinct([...(errors as GraphQLError[]), ...reported, ...missing]).slice(0, limits.reportedErrors);
  return { ...(data !== undefined && { data }), ...(all.length > 0 && { errors: all }) };
}

/** One error for each place that the failure left empty. What the asker does not see gets one error where its trail ends. */
function reportFailure({ code, parameters, paths }: Failure, data: unknown): GraphQLError[] {
  const places = paths.map((path) => emptyPlaceAt(data, path)).filter((path) => path !== null);
  if (places.length > 0) return places.map((path) => toError(code, parameters, path));
  return [toError(code, parameters, visiblePart(data, paths[0] ?? []))];
}

function toError(code: ErrorCode, parameters: ErrorParameters, path: Path): GraphQLError {
  const originalError = new HubError(code, parameters);
  return new GraphQLError(originalError.message, { originalError, ...(path.length > 0 && { path }) });
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((key, depth) => path[depth] === key);
}

/** Fields that one failure leaves empty often share one empty place: it is told once. */
function distinct(errors: readonly GraphQLError[]): GraphQLError[] {
  const seen = new Map(errors.map((error) => [JSON.stringify([error.extensions, error.path]), error]));
  return [...seen.values()];
}
