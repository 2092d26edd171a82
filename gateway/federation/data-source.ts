import type { GraphQLDataSource } from '@apollo/gateway';
import { Kind, OperationTypeNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { FetchOptions } from '../execution/plan/run.js';
import { SubgraphFault } from '../subgraph-link/subgraph-fault.js';
import type { SubgraphLink } from '../subgraph-link/subgraph-link.js';
import type { Fetch, Representation } from './answers/read-answer.js';
import { receive, receiveNothing } from './answers/receive.js';
import type { RequestContext } from './request-context.js';

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
      const { request, context, document, pathInIncomingRequest: pattern = [] } = options;
      const fetch = toFetch(document, request.variables ?? {});
      // the stock executor tells neither
      const { compiled } = options as FetchOptions;
      const places = compiled?.places ?? null;
      const reception = { subgraph: link.name, schema, answer: context.answer, fetch, pattern, places };
      const timeLeft = context.deadlineAt - performance.now();
      if (timeLeft <= 0) return { data: receiveNothing(reception, 'DEADLINE_EXCEEDED') };
      try {
        const { query, operationName } = request;
        const question = { query, variables: fetch.variables, operationName, body: compiled?.body };
        const isWrite = writes(document);
        const timeoutMs = isWrite ? timeLeft : Math.min(fetchTimeoutMs, timeLeft);
        const result = await link.ask(question, context.caller, { timeoutMs, isWrite });
        return { data: receive(reception, result) };
      } catch (error) {
        return { data: receiveNothing(reception, error instanceof SubgraphFault ? error.code : 'INTERNAL') };
      }
    },
  };
}

/** A fetch that writes may use all the time there is: broken off, it might yet be committed. */
function writes({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (one) => one.kind === Kind.OPERATION_DEFINITION && one.operation === OperationTypeNode.MUTATION,
  );
}

function toFetch(document: DocumentNode, variables: Record<string, unknown>): Fetch {
  const { representations } = variables;
  return { document, variables, representations: (representations as Representation[] | undefined) ?? null };
}
