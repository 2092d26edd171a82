import { hasRole, type Caller } from '../../platform/identity/caller.js';
import { HubError } from '../../platform/errors/errors.js';
import { isRecord } from '../subgraph-link/read-result.js';
import {
  documentIdOf,
  isOperationOf,
  type RegisteredOperation,
  type RegisteredOperations,
} from './registered-operations.js';

/** Whether callers may send documents of their own, or run registered operations only, each those of its own roles. */
export type OperationsMode = 'registered' | 'any';

interface PersistedQuery {
  readonly version?: unknown;
  readonly sha256Hash?: unknown;
}

type Body = Readonly<Record<string, unknown>>;

/**
 * The request with its document filled in, where it names one by `documentId` (GraphQL over HTTP) or by
 * `extensions.persistedQuery` (Apollo). Decided before anything is parsed. Where registered operations are in force, an operation of
 * other roles is answered like one that does not exist: PERSISTED_QUERY_NOT_FOUND by its hash, OPERATION_NOT_REGISTERED by its text.
 * A developer may try documents of its own.
 */
export function resolveDocument(
  body: unknown,
  caller: Caller,
  operations: RegisteredOperations,
  mode: OperationsMode,
): unknown {
  if (!isRecord(body)) return body;
  const { documentId, extensions, ...request } = body;
  const isFree = mode === 'any' || hasRole(caller, 'developer');
  const find: FindOperation = (one) => {
    const operation = operations.get(one);
    return operation && (isFree || isOperationOf(operation, caller)) ? operation : null;
  };
  const id = namedDocument(documentId, extensions);
  const document = id === null ? request['query'] : textOf(id, request['query'], find);
  if (!isFree && !isRegistered(document, find)) throw new HubError('OPERATION_NOT_REGISTERED');
  const rest = isRecord(extensions) ? without(extensions, 'persistedQuery') : extensions;
  return {
    ...request,
    ...(document !== undefined && { query: document }),
    ...(rest !== undefined && { extensions: rest }),
  };
}

/** A registered operation by its document id, if it is the caller's to run. */
type FindOperation = (documentId: string) => RegisteredOperation | null;

/** The identifier that a request names its document with; null when it names none. */
function namedDocument(documentId: unknown, extensions: unknown): string | null {
  const apollo = isRecord(extensions) ? (extensions['persistedQuery'] as PersistedQuery | null | undefined) : undefined;
  const ids = [
    ...(documentId == null ? [] : [documentId]),
    ...(apollo == null
      ? []
      : [apollo.version === 1 && typeof apollo.sha256Hash === 'string' ? `sha256:${apollo.sha256Hash}` : null]),
  ];
  const [id = null, other = id] = ids;
  if (id !== other || ids.some((one) => typeof one !== 'string')) throw new HubError('BAD_REQUEST');
  return id as string | null;
}

/** Apollo sends hash and document together after a miss: the document then is the one of the hash, or the request is wrong. */
function textOf(id: string, query: unknown, find: FindOperation): unknown {
  if (query == null) return find(id)?.document ?? unknownDocument();
  if (typeof query !== 'string' || documentIdOf(query) !== id) throw new HubError('BAD_REQUEST');
  return query;
}

function unknownDocument(): never {
  throw new HubError('PERSISTED_QUERY_NOT_FOUND');
}

function isRegistered(document: unknown, find: FindOperation): boolean {
  return typeof document === 'string' && find(documentIdOf(document)) !== null;
}

function without(record: Body, name: string): Body | undefined {
  const kept = Object.entries(record).filter(([key]) => key !== name);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
