import type { FastifyRequest } from 'fastify';
import type { RouteTools } from '../gateway/routes/added-routes.js';
import { HubError, isErrorCode, type ErrorCode } from '../platform/errors/errors.js';
import type { ExportPage } from './export-offers.js';
import { toPublicOffer, type PublicOffer } from './public-offer.rules.js';

/** What passes by itself: the same page is asked again, so that one slow moment does not cost a whole export. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'SUBGRAPH_TIMEOUT',
  'SUBGRAPH_UNAVAILABLE',
  'DATABASE_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
]);
const attempts = 3;
const pauseMs = 300;

type Ask = <D>(operation: string, variables: Readonly<Record<string, unknown>>) => Promise<D>;

/** Reads offers for one export, page by page, with the rights of who asks for it. */
export interface OfferPages {
  /** The moment up to which this export is complete: `since` of the next one. Throws the HubError with which the hub refuses. */
  readonly completeUntil: string;
  /** Page after page until the last, or until the signal; each is asked for when the one before has been taken. */
  readonly pages: (signal: AbortSignal) => AsyncGenerator<readonly PublicOffer[]>;
}

/** Asks for the moment and the first page, so that what is refused is refused before anything is sent. */
export async function openOfferPages(
  { run, callerOf }: RouteTools,
  request: FastifyRequest,
  since: string | null,
): Promise<OfferPages> {
  const caller = callerOf(request);
  const ask = patient((operation, variables) => run(request, operation, variables));
  const { offerChangesCompleteUntil: completeUntil } = await ask<{ offerChangesCompleteUntil: string }>(
    'ExportMoment',
    {},
  );
  const first = await ask<ExportPage>('ExportOffers', { since, after: null });

  return {
    completeUntil,
    async *pages(signal) {
      for (let page = first; ;) {
        const { edges, pageInfo } = page.offerChanges;
        yield edges.map(({ node }) => toPublicOffer(node, caller)).filter((offer) => offer !== null);
        if (!pageInfo.hasNextPage || signal.aborted) return;
        page = await ask<ExportPage>('ExportOffers', { since, after: pageInfo.endCursor });
      }
    },
  };
}

/** The data of a whole answer: an export with holes in it would be taken for the truth. */
function patient(run: (...asked: Parameters<Ask>) => ReturnType<RouteTools['run']>): Ask {
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
