import { hasRole, type Caller, type Role } from '../../platform/identity/caller.js';
import { HubError } from '../../platform/errors/errors.js';
import { isRecord } from '../subgraph-link/read-result.js';
import { documentIdOf, type RegisteredOperations } from './registered-operations.js';

/** Whether machines may send documents of their own, or name registered operations only. */
export type OperationsMode = 'registered' | 'any';

/** Those whose requests are programmed once: what they ask can be agreed beforehand. */
const machines: readonly Role[] = ['provider-system', 'analyst'];

interface PersistedQuery {
  readonly version?: unknown;
  readonly sha256Hash?: unknown;
}

type Body = Readonly<Record<string, unknown>>;

/**
 * The request with its document filled in, where it names one by `documentId` (GraphQL over HTTP) or by
 * `extensions.persistedQuery` (Apollo). Decided before anything is parsed. Throws PERSISTED_QUERY_NOT_FOUND for a hash that is not
 * registered, OPERATION_NOT_REGISTERED when a machine sends a document of its own where it may not.
 */
export function resolveDocument(
  body: unknown,
  caller: Caller,
  operations: RegisteredOperations,
  mode: OperationsMode,
): unknown {
  if (!isRecord(body)) return body;
  const { documentId, extensions, ...request } = body;
  const id = namedDocument(documentId, extensions);
  const document = id === null ? request['query'] : textOf(id, request['query'], operations);
  if (mode === 'registered' && hasRole(caller, ...machines) && !isRegistered(document, operations))
    throw new HubError('OPERATION_NOT_REGISTERED');
  const rest = isRecord(extensions) ? without(extensions, 'persistedQuery') : extensions;
  return {
    ...request,
    ...(document !== undefined && { query: document }),
    ...(rest !== undefined && { extensions: rest }),
  };
}

/** The identifier that a request names its document with; null when it names none. */
function namedDocument(documentId: unknown, extensions: unknown): string | null {
  const apollo = isRecord(extensions) ? (extensions['persistedQuery'] as PersistedQuery | null | undefined) : undefined;
  const ids = [
    ...(documentId == null ? [] : [documentId]),
    ...(apollo == null ? [] : [apollo.version === 1 ? `sha256:${String(apollo.sha256Hash)}` : null]),
  ];
  const [id = null, other = id] = ids;
  if (id !== other || ids.some((one) => typeof one !== 'string')) throw new HubError('BAD_REQUEST');
  return id as string | null;
}

/** Apollo sends hash and document together after a miss: the document then is the one of the hash, or the request is wrong. */
function textOf(id: string, query: unknown, operations: RegisteredOperations): unknown {
  if (query == null) return operations.get(id)?.document ?? unknownDocument();
  if (typeof query !== 'string' || documentIdOf(query) !== id) throw new HubError('BAD_REQUEST');
  return query;
}

function unknownDocument(): never {
  throw new HubError('PERSISTED_QUERY_NOT_FOUND');
}

function isRegistered(document: unknown, operations: RegisteredOperations): boolean {
  return typeof document === 'string' && operations.has(documentIdOf(document));
}

function without(record: Body, name: string): Body | undefined {
  const kept = Object.entries(record).filter(([key]) => key !== name);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
