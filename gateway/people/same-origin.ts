import type { IncomingHttpHeaders } from 'node:http';
import { HubError } from '../../platform/errors/errors.js';

/** What may come along with a session: a question, the bytes of a file, or nothing at all. */
export type SessionBody = 'json' | 'file' | 'none';

/** Media types that no form of another site can send. */
const mediaTypes: Readonly<Record<SessionBody, RegExp>> = {
  json: /^application\/json\s*(;|$)/i,
  file: /^application\/octet-stream$/i,
  none: /^$/,
};

/** Refuses what another site made a browser send along with its cookies. Throws CROSS_ORIGIN. */
export function checkSameOrigin(headers: IncomingHttpHeaders, { origin: own }: URL): void {
  const { origin, 'sec-fetch-site': site } = headers;
  const isToldByOrigin = origin === own && (site === undefined || site === 'same-origin');
  const isToldBySite = origin === undefined && site === 'same-origin';
  if (!isToldByOrigin && !isToldBySite) throw new HubError('CROSS_ORIGIN');
}

/** Refuses what a form could send. Throws UNSUPPORTED_MEDIA_TYPE. */
export function checkBody({ 'content-type': type = '' }: IncomingHttpHeaders, body: SessionBody): void {
  if (!mediaTypes[body].test(type)) throw new HubError('UNSUPPORTED_MEDIA_TYPE');
}
