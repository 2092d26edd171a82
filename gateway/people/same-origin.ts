import type { IncomingHttpHeaders } from 'node:http';
import { HubError } from '../../platform/errors/errors.js';

const json = /^application\/json\s*(;|$)/i;

/** Refuses what another site made a browser send along with its cookies. Throws CROSS_ORIGIN. */
export function checkSameOrigin(headers: IncomingHttpHeaders, { origin: own }: URL): void {
  const { origin, 'sec-fetch-site': site } = headers;
  const isToldByOrigin = origin === own && (site === undefined || site === 'same-origin');
  const isToldBySite = origin === undefined && site === 'same-origin';
  if (!isToldByOrigin && !isToldBySite) throw new HubError('CROSS_ORIGIN');
}

/** Refuses what a form could send. Throws UNSUPPORTED_MEDIA_TYPE. */
export function checkJson({ 'content-type': type = '' }: IncomingHttpHeaders): void {
  if (!json.test(type)) throw new HubError('UNSUPPORTED_MEDIA_TYPE');
}
