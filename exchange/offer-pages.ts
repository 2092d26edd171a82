import type { FastifyRequest } from 'fastify';
import type { RouteTools } from '../gateway/routes/added-routes.js';
import type { ExportPage } from './export-offers.js';
import { toPublicOffer, type PublicOffer } from './public-offer.rules.js';
import { patient } from './whole-answer.js';

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
