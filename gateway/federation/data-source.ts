import type { GraphQLDataSource } from '@apollo/gateway';
import type { DocumentNode, FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { ErrorCode } from '../../platform/errors.js';
import { SubgraphFault } from '../subgraph-link/subgraph-fault.js';
import type { SubgraphLink } from '../subgraph-link/subgraph-link.js';
import { locator } from './fetch-place.js';
import { emptyPlaces, readAnswer, type Fetch, type Path, type Representation } from './read-answer.js';
import type { RequestContext } from './request-context.js';
import { readError } from './subgraph-errors.js';

type Data = Record<string, unknown> | null;

/**
 * One subgraph as the query plan sees it. It never throws and never hands over an error: what went wrong is noted in the request's
 * own answer, with its exact place, so that @apollo/gateway goes on to report every required value that is missing.
 */
export function subgraphDataSource(
  link: SubgraphLink,
  schema: GraphQLSchema,
  fetchTimeoutMs: number,
): GraphQLDataSource<RequestContext> {
  return {
    async process(options) {
      if (!('incomingRequestContext' in options) || !options.document) throw new Error('not a fetch of a query plan');
      const { request, document, pathInIncomingRequest: pattern = [] } = options;
      const { context } = options;
      const fetch = toFetch(document, request.variables ?? {});
      const reception = receive(link.name, schema, context, fetch, pattern);
      const timeLeft = context.deadlineAt - performance.now();
      if (timeLeft <= 0) return { data: reception.nothing('DEADLINE_EXCEEDED') };
      try {
        const { query, operationName } = request;
        const question = { query, variables: fetch.variables, operationName };
        const result = await link.ask(question, context.caller, Math.min(fetchTimeoutMs, timeLeft));
        return { data: reception.result(result) };
      } catch (error) {
        return { data: reception.nothing(error instanceof SubgraphFault ? error.code : 'INTERNAL') };
      }
    },
  };
}

function toFetch(document: DocumentNode, variables: Record<string, unknown>): Fetch {
  const { representations } = variables;
  return { document, variables, representations: (representations as Representation[] | undefined) ?? null };
}

/** Takes in what came of one fetch: gives the data that holds, notes the failures. */
function receive(subgraph: string, schema: GraphQLSchema, context: RequestContext, fetch: Fetch, pattern: Path) {
  const { parts, failures } = context.answer;

  function fail(code: ErrorCode, faults: readonly Path[]): null {
    const locate = locator(context.answer, pattern, fetch);
    failures.push({ code, parameters: { subgraph }, paths: faults.flatMap(locate) });
    return null;
  }

  function nothing(code: ErrorCode): null {
    return fail(code, emptyPlaces(schema, fetch));
  }

  function noteErrors({ errors = [], data }: FormattedExecutionResult): void {
    const locate = locator(context.answer, pattern, fetch);
    for (const error of errors) {
      const { path, ...known } = readError(error, subgraph);
      const places = path ? [path] : data ? [] : emptyPlaces(schema, fetch);
      failures.push({ ...known, paths: places.flatMap(locate) });
    }
  }

  function result(answer: FormattedExecutionResult): Data {
    if (answer.errors) noteErrors(answer);
    if (!answer.data) return answer.errors ? null : nothing('SUBGRAPH_ANSWER_INVALID');
    const { data, faults } = readAnswer(schema, fetch, answer.data);
    if (faults.length > 0) fail('SUBGRAPH_ANSWER_INVALID', faults);
    if (data && !fetch.representations) parts.push(data);
    // without the list of entities there is nothing that the plan could merge
    return data?.['_entities'] === null ? null : data;
  }

  return { nothing, result };
}
