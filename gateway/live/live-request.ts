import type { Caller } from '../../platform/identity/caller.js';
import { HubError } from '../../platform/errors/errors.js';
import type { RegisteredOperations } from '../registered/registered-operations.js';
import { documentIdOf } from '../registered/registered-operations.js';
import { resolveDocument, type OperationsMode } from '../registered/resolve-document.js';
import { isRecord } from '../subgraph-link/read-result.js';
import { liveLimits } from './live-limits.js';
import { liveTerms, type LiveTerms } from './live-operation.js';

/** One query of a stream as a client asks for it. */
export interface AskedQuery {
  /** How the client tells its answers from others of the stream. */
  readonly id: string;
  readonly documentId: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Why somebody looks; the usual of the role without it. */
  readonly purpose: string | undefined;
}

/** A query that may be asked, and when it is asked again. */
export interface ResolvedQuery extends LiveTerms {
  readonly document: string;
}

/** Reads `{ queries: [{ id, documentId, variables, purpose }] }`. Throws BAD_REQUEST for anything else, and for more than a stream carries. */
export function readLiveRequest(body: unknown): AskedQuery[] {
  const queries = isRecord(body) ? body['queries'] : null;
  if (!Array.isArray(queries) || queries.length === 0 || queries.length > liveLimits.queries) return refuse();
  const read = queries.map(readQuery);
  return new Set(read.map(({ id }) => id)).size === read.length ? read : refuse();
}

function readQuery(query: unknown): AskedQuery {
  if (!isRecord(query)) return refuse();
  const { id, documentId, variables = {}, purpose } = query;
  const isWhole = typeof id === 'string' && /^[\w-]{1,40}$/.test(id) && typeof documentId === 'string';
  if (!isWhole || !isRecord(variables) || !(purpose === undefined || typeof purpose === 'string')) return refuse();
  return { id, documentId, variables, purpose };
}

function refuse(): never {
  throw new HubError('BAD_REQUEST');
}

/** Which registered query a caller may have live. */
export type ResolveLive = (documentId: string, caller: Caller) => ResolvedQuery;

/**
 * The same rules as for `POST /graphql`: an operation of other roles is answered like one that does not exist. Gives a function that throws
 * PERSISTED_QUERY_NOT_FOUND for these and OPERATION_NOT_REGISTERED for one that cannot be live.
 */
export function liveResolver(operations: RegisteredOperations, mode: OperationsMode): ResolveLive {
  const live = new Map(
    [...operations.values()].flatMap((operation) => {
      const terms = liveTerms(operation);
      return terms ? [[operation.documentId, { ...terms, document: operation.document }] as const] : [];
    }),
  );
  return (documentId, caller) => {
    const request = resolveDocument({ documentId }, caller, operations, mode);
    const document = isRecord(request) ? request['query'] : null;
    const found = typeof document === 'string' ? live.get(documentIdOf(document)) : undefined;
    if (!found) throw new HubError('OPERATION_NOT_REGISTERED');
    return found;
  };
}
