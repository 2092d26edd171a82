import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AddRoutes, RouteTools } from '../gateway/routes/added-routes.js';
import { createPlaces, type Places } from '../platform/process/places.js';
import { formatOf, sinceOf, type ExportFormat } from './export-request.js';
import { exportStream, ndjson } from './export-stream.js';
import { fhirResources } from './fhir/fhir-stream.js';
import { dataPackageZip } from './hsds/data-package-zip.js';
import { hsdsObjects } from './hsds/hsds-stream.js';
import { openOfferPages } from './offer-pages.js';
import type { PublicOffer } from './public-offer.rules.js';
import { wordsOf, type Words } from './words.js';

type Pages = AsyncIterable<readonly PublicOffer[]>;

interface WrittenFormat extends ExportFormat {
  readonly fileName: string;
  readonly write: (pages: Pages, words: Words, completeUntil: string) => AsyncIterable<string | Buffer>;
}

const hsdsFormats: readonly [WrittenFormat, ...WrittenFormat[]] = [
  {
    name: 'ndjson',
    types: ['application/x-ndjson', 'application/ndjson'],
    fileName: 'hsds.ndjson',
    write: (pages, words) => ndjson(hsdsObjects(pages, words)),
  },
  {
    name: 'datapackage',
    types: ['application/zip'],
    fileName: 'hsds.zip',
    write: (pages, words, completeUntil) => dataPackageZip(hsdsObjects(pages, words), completeUntil),
  },
];

const fhirFormats: readonly [WrittenFormat, ...WrittenFormat[]] = [
  {
    name: 'ndjson',
    types: ['application/fhir+ndjson', 'application/ndjson', 'application/x-ndjson'],
    fileName: 'fhir.ndjson',
    write: (pages, words) => ndjson(fhirResources(pages, words)),
  },
];

export interface ExportLimits {
  /** For a whole export. */
  readonly timeoutMs: number;
  /** Exports that run at the same time. */
  readonly atOnce: number;
}

const defaultLimits: ExportLimits = { timeoutMs: 120_000, atOnce: 2 };

/**
 * `GET /export/hsds` and `GET /export/fhir`: the offers that the caller may see, by the gateway's own operations and so with the
 * caller's own rights. The header `x-next-since` tells what to send as `?since=` the next time.
 */
export function exportRoutes(limits: ExportLimits = defaultLimits): AddRoutes {
  return (tools) => {
    // each reads everything: a few, and one for each caller, leave room for the work itself
    const places = createPlaces({ atOnce: limits.atOnce, ofOne: 1 });
    const words = wordsOf(tools.schema);
    const add = (url: string, formats: readonly [WrittenFormat, ...WrittenFormat[]]): void => {
      tools.http.get(url, { onRequest: [tools.identify, tools.handOn] }, async (request, reply) => {
        const format = formatOf(request, formats);
        return sendExport({ tools, places, words, limits, format }, request, reply);
      });
      tools.onlyMethod('GET', url);
    };
    add('/export/hsds', hsdsFormats);
    add('/export/fhir', fhirFormats);
  };
}

interface Export {
  readonly tools: RouteTools;
  readonly places: Places;
  readonly words: Words;
  readonly limits: ExportLimits;
  readonly format: WrittenFormat;
}

async function sendExport(
  { tools, places, words, limits, format }: Export,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const since = sinceOf(request);
  const free = places.take(tools.callerOf(request).subject);
  const offers = await openOfferPages(tools, request, since).catch((error: unknown) => {
    free();
    throw error;
  });
  const { completeUntil } = offers;
  const write = (signal: AbortSignal) => format.write(offers.pages(signal), words, completeUntil);
  return reply
    .header('x-next-since', completeUntil)
    .header('content-disposition', `attachment; filename="${format.fileName}"`)
    .type(format.types[0])
    .send(exportStream(write, limits.timeoutMs, free));
}
