import { createHash } from 'node:crypto';
import type { OperationMark } from '../../platform/identity/caller.js';
import { isRecord } from '../subgraph-link/read-result.js';

const longestName = 100;

/** What tells one question from another without a value of it; null where there is no document. */
export function operationMark(body: unknown): OperationMark | null {
  if (!isRecord(body) || typeof body['query'] !== 'string') return null;
  const name = body['operationName'];
  return {
    name: typeof name === 'string' && /^[_A-Za-z][_0-9A-Za-z]*$/.test(name) ? name.slice(0, longestName) : null,
    hash: createHash('sha256').update(body['query']).digest('hex'),
  };
}
