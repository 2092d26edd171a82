import type { FastifyRequest } from 'fastify';
import { HubError } from '../platform/errors/errors.js';

/** A form in which an export can be had: its name for `?format=` and its media types for `Accept`, the one that it is sent as first. */
export interface ExportFormat {
  readonly name: string;
  readonly types: readonly [string, ...string[]];
}

/** The moment in `?since=`; null without one. Throws BAD_USER_INPUT for what is no instant with an offset. */
export function sinceOf(request: FastifyRequest): string | null {
  const { since } = request.query as Readonly<Record<string, unknown>>;
  if (since === undefined) return null;
  // an unescaped + of an offset reads as a space
  const text = typeof since === 'string' ? since.replace(/ (?=[0-9]{2}:[0-9]{2}$)/, '+') : '';
  const form =
    /^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$/;
  const instant = new Date(form.test(text) && isDay(text.slice(0, 10)) ? text : NaN);
  if (Number.isNaN(instant.getTime()))
    throw new HubError('BAD_USER_INPUT', { field: 'since', expected: '2026-11-21T09:00:00Z' });
  return instant.toISOString();
}

/** Whether the calendar has the day: 30 February would be read as a day in March. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The format that is asked for: by `?format=`, else by `Accept`, else the first. */
export function formatOf<F extends ExportFormat>(request: FastifyRequest, formats: readonly [F, ...F[]]): F {
  const { format } = request.query as Readonly<Record<string, unknown>>;
  if (format !== undefined) {
    const named = formats.find(({ name }) => name === format);
    if (!named)
      throw new HubError('BAD_USER_INPUT', { field: 'format', expected: formats.map(({ name }) => name).join(', ') });
    return named;
  }
  const accepted = acceptedTypes(request.headers.accept ?? '*/*');
  for (const type of accepted) {
    if (type === '*/*' || type === 'application/*') return formats[0];
    const offered = formats.find(({ types }) => types.includes(type));
    if (offered) return offered;
  }
  throw new HubError('EXPORT_NOT_ACCEPTABLE', { types: formats.map(({ types }) => types[0]).join(', ') });
}

/** The media types of an `Accept` header, most wanted first. */
function acceptedTypes(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
      return { type, quality: Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ type }) => type);
}
