import type { OperationMark } from '../../platform/identity/caller.js';
import { documentIdOf, type RegisteredOperations } from './registered-operations.js';
import { isRecord } from '../subgraph-link/read-result.js';

/**
 * What tells one question from another without a value of it; null where there is no document. Only the hub's own operations have a
 * name: that of a client may say anything.
 */
export function operationMark(body: unknown, operations: RegisteredOperations): OperationMark | null {
  if (!isRecord(body) || typeof body['query'] !== 'string') return null;
  const id = documentIdOf(body['query']);
  return { name: operations.get(id)?.name ?? null, hash: id.replace('sha256:', '') };
}
