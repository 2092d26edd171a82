import type { RouteTools } from '../gateway/routes/added-routes.js';
import { HubError, isErrorCode, type ErrorCode } from '../platform/errors/errors.js';

/** What passes by itself: the same page is asked again, so that one slow moment does not cost a whole export. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'SUBGRAPH_TIMEOUT',
  'SUBGRAPH_UNAVAILABLE',
  'DATABASE_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
]);
const attempts = 3;
const pauseMs = 300;

/** Asks an operation for its whole answer. */
export type Ask = <D>(operation: string, variables: Readonly<Record<string, unknown>>) => Promise<D>;

/** The data of a whole answer: an export with holes in it would be taken for the truth. */
export function patient(run: (...asked: Parameters<Ask>) => ReturnType<RouteTools['run']>): Ask {
  return async <D>(...asked: Parameters<Ask>): Promise<D> => {
    for (let attempt = 1; ; attempt++) {
      const { data, errors } = await run(...asked);
      const [error] = errors;
      if (!error && data !== null) return data as D;
      const code = error?.extensions?.['code'];
      const known = isErrorCode(code) ? code : 'INTERNAL';
      if (attempt === attempts || !passing.has(known)) throw new HubError(known, parametersOf(error?.extensions));
      await new Promise((resolve) => setTimeout(resolve, pauseMs * attempt));
    }
  };
}

/** An error that an operation answered carries its parameters beside its code. */
function parametersOf(extensions: Readonly<Record<string, unknown>> = {}): Record<string, string | number> {
  return Object.fromEntries(Object.entries(extensions).filter(([name]) => name !== 'code')) as never;
}
