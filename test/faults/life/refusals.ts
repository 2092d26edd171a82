import { expect } from '@jest/globals';
import type { TimedAnswer } from '../hub/one-query.js';

/** What a caller may hear while the hub cannot answer whole. */
const refusals = [
  'DATABASE_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
  'OVERLOADED',
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_TIMEOUT',
];

/** No answer without its reason, and nothing but reasons that say: not now. */
export function expectRefusedOrWhole({ answer }: TimedAnswer): void {
  const { errors, data } = answer;
  for (const { extensions = {} } of errors) expect(refusals).toContain(extensions['code']);
  if (errors.length === 0) expect(data.case?.options?.edges).toHaveLength(10);
}
