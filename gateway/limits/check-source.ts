import { HubError } from '../../platform/errors/errors.js';
import { limits } from './limits.js';

/** Refuses a document by its length, before it is parsed. */
export function checkSource(body: unknown): void {
  const query: unknown = (body as { query?: unknown } | null | undefined)?.query;
  if (typeof query === 'string' && query.length > limits.characters) {
    throw new HubError('QUERY_TOO_LARGE', { measure: 'characters' });
  }
}
