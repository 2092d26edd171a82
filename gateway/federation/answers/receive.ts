import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { ErrorCode } from '../../../platform/errors/errors.js';
import type { AnswerUnderway } from './failures.js';
import type { Places } from '../../execution/plan/fetch-errors.js';
import { limits } from '../../limits/limits.js';
import { locator } from '../places/fetch-place.js';
import { emptyPlaces, readAnswer, type Fetch, type Path } from './read-answer.js';
import { readError } from './subgraph-errors.js';

/** Where the answer to one fetch arrives. */
export interface Reception {
  readonly subgraph: string;
  readonly schema: GraphQLSchema;
  /** The answer to the whole request, in which failures are noted. */
  readonly answer: AnswerUnderway;
  readonly fetch: Fetch;
  /** Where the plan puts what the fetch gives. */
  readonly pattern: Path;
  /** Looks up where exactly, if that is known. */
  readonly places: (() => Places) | null;
}

/** Takes in an answer: gives the part of its data that holds, notes everything else. */
export function receive(reception: Reception, result: FormattedExecutionResult): Record<string, unknown> | null {
  const { schema, answer, fetch } = reception;
  if (result.errors) noteErrors(reception, result);
  if (!result.data) return result.errors ? null : receiveNothing(reception, 'SUBGRAPH_ANSWER_INVALID');
  const { data, faults } = readAnswer(schema, fetch, result.data);
  if (faults.length > 0) noteFailure(reception, 'SUBGRAPH_ANSWER_INVALID', faults);
  if (data && !fetch.representations) answer.parts.push(data);
  // without the list of entities there is nothing that the plan could merge
  return data?.['_entities'] === null ? null : data;
}

/** Notes that a fetch gave nothing, at every place that stays empty for it. */
export function receiveNothing(reception: Reception, code: ErrorCode): null {
  noteFailure(reception, code, emptyPlaces(reception.schema, reception.fetch));
  return null;
}

function noteFailure(reception: Reception, code: ErrorCode, faults: readonly Path[]): void {
  const { subgraph, answer } = reception;
  const locate = locator(reception);
  answer.failures.push({ code, parameters: { subgraph }, paths: faults.flatMap(locate) });
}

function noteErrors(reception: Reception, { errors = [], data }: FormattedExecutionResult): void {
  const { subgraph, schema, answer, fetch } = reception;
  const locate = locator(reception);
  // more than an answer may carry nobody hears of, and each may stand at many places
  for (const error of errors.slice(0, limits.reportedErrors)) {
    const { path, ...known } = readError(error, subgraph);
    const places = path ? [path] : data ? [] : emptyPlaces(schema, fetch);
    answer.failures.push({ ...known, paths: places.flatMap(locate) });
  }
}
