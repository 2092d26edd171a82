import type { OperationMark } from '../../platform/identity/caller.js';
import { documentIdOf, type RegisteredOperations } from './registered-operations.js';
import { isRecord } from '../subgraph-link/read-result.js';

const longestName = 100;

/** What tells one question from another without a value of it; null where there is no document. A registered one has its own name. */
export function operationMark(body: unknown, operations: RegisteredOperations): OperationMark | null {
  if (!isRecord(body) || typeof body['query'] !== 'string') return null;
  const id = documentIdOf(body['query']);
  return { name: operations.get(id)?.name ?? toldName(body['operationName']), hash: id.replace('sha256:', '') };
}

function toldName(name: unknown): string | null {
  return typeof name === 'string' && /^[_A-Za-z][_0-9A-Za-z]*$/.test(name) ? name.slice(0, longestName) : null;
}
