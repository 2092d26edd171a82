import fc from 'fast-check';
import { canary, hostileText, hostileValue, writeJson } from './hostile.js';

/** A request as it goes over the wire. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** Whether it says a length that it does not have: then there may be no answer. */
  readonly isBroken: boolean;
}

const methods = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'SEARCH',
  'get',
  'HACK',
];

export const doors = [
  ...[
    '/graphql',
    '/graphql/',
    '/graphql/stream',
    '/schema.graphql',
    '/operations',
    '/import',
    '/import/professionals',
    '/export/hsds',
    '/export/fhir',
    '/export/template.xlsx',
  ],
  ...['/health/live', '/health/ready', '/inloggen', '/inloggen/terug', '/wie-ben-ik', '/uitloggen'],
  ...['/oauth/token', '/oauth/jwks', '/oauth/.well-known/openid-configuration', '/oauth/auth', '/oauth/aanmelden/x'],
  ...[
    '/.well-known/oauth-authorization-server/oauth',
    '/',
    '/assets/index.js',
    '/nowhere',
    '/.env',
    '/favicon.ico',
    '*',
  ],
] as const;

const mediaTypes = [
  ...['application/json', 'application/json; charset=utf-16', 'application/json;charset=x', 'text/plain', 'text/csv'],
  ...['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/graphql', 'application/xml'],
  ...[
    'application/x-ndjson',
    'application/zip',
    'text/event-stream',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ';',
    '*/*',
  ],
];

/** What an address can hold: halves of a character stand for nothing. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

/** Bytes that a header may hold: one to a character. */
const headerText = hostileText.map((text) => encodeURI(wellFormed(text)).slice(0, 300));
const bytes = fc
  .string({ unit: 'binary', maxLength: 30 })
  .map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '~').trim());

const named = (names: readonly string[], value: fc.Arbitrary<string>) => fc.tuple(fc.constantFrom(...names), value);
const odd = fc.oneof(headerText, bytes);

const header: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  { weight: 3, arbitrary: named(['content-type', 'accept'], fc.constantFrom(...mediaTypes)) },
  named(['accept-language'], fc.oneof(fc.constantFrom('en', 'nl;q=0,en;q=1', '*;q=9', 'xx'), odd)),
  named(
    ['content-encoding', 'accept-encoding', 'te'],
    fc.constantFrom('gzip', 'br', 'identity', 'deflate, gzip', canary),
  ),
  named(
    ['x-hub-caller', 'x-forwarded-for', 'x-forwarded-host', 'x-original-url', 'forwarded', 'x-http-method-override'],
    odd,
  ),
  named(
    ['x-purpose', 'idempotency-key', 'x-request-id', 'cookie', 'dpop', 'origin', 'referer', 'x-apollo-operation-name'],
    odd,
  ),
  named(['range', 'if-none-match', 'if-modified-since', 'expect', 'upgrade', 'via', 'host'], odd),
  named(
    ['authorization'],
    fc.oneof(
      odd,
      odd.map((text) => `Bearer ${text}`),
      odd.map((text) => `DPoP ${text}`),
    ),
  ),
);

const query = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  fc
    .array(
      fc.tuple(fc.constantFrom('since', 'format', 'naar', 'code', 'state', 'query', 'a[b]', '__proto__'), hostileText),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((pairs) => `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value))}`).join('&')}`),
  fc.constantFrom('?%', '?%00', '?a=%ff%fe', '?since=', '?since=x&since=y', `?${canary}`),
);

const path = fc
  .tuple(
    fc.constantFrom(...doors),
    fc.oneof({ weight: 5, arbitrary: fc.constant('') }, fc.constantFrom('/..', '%2e%2e/', `/${canary}`, '//', '%00')),
    query,
  )
  .map(([door, tail, asked]) => `${door}${tail}${asked}`);

const body = fc.oneof(
  hostileValue.map(writeJson),
  hostileValue.map((value) =>
    writeJson({ query: '{ __typename }', variables: value, operationName: canary, extensions: value }),
  ),
  hostileValue.map((value) =>
    writeJson({ queries: [{ id: 'one', documentId: canary, variables: value, purpose: value }] }),
  ),
  hostileValue.map((value) => writeJson({ queries: value })),
  fc.constantFrom(
    '',
    '{',
    'null',
    '[]',
    `{"query":"{ ${canary} ("}`,
    `{"__proto__":{"query":"${canary}"}}`,
    '\u001f\u008b\u0008garbage',
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
  hostileText.map((text) => `grant_type=${encodeURIComponent(wellFormed(text))}&client_id=${canary}&scope=${canary}`),
  fc.constant(`aanbod;vrij\n${canary};${canary}\n`),
);

const lengths = [
  'true',
  'true',
  'true',
  'true',
  'true',
  'short',
  '-1',
  '1e9',
  '99999999999',
  'x',
  'chunked',
  'twice',
] as const;

/** Any request to any door. */
export const rawRequest: fc.Arbitrary<RawRequest> = fc
  .record({
    method: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('GET', 'POST') }, fc.constantFrom(...methods)),
    path,
    headers: fc.array(header, { maxLength: 4 }),
    body,
    length: fc.constantFrom(...lengths),
  })
  .map(({ length, ...request }) => {
    const size = Buffer.byteLength(request.body);
    const told = lengthHeaders(length, size);
    const isBroken = length !== 'true' || request.headers.some(([name]) => name === 'expect' || name === 'upgrade');
    return { ...request, headers: [...request.headers, ...told], isBroken };
  });

function lengthHeaders(kind: (typeof lengths)[number], size: number): (readonly [string, string])[] {
  if (kind === 'chunked') return [['transfer-encoding', 'chunked']];
  if (kind === 'twice')
    return [
      ['content-length', String(size)],
      ['content-length', String(size + 1)],
    ];
  const told = { true: String(size), short: String(Math.max(0, size - 1)) }[kind as string] ?? kind;
  return [['content-length', told]];
}

const bare = { method: 'GET', body: '', isBroken: false };

/** What once got an answer that was not the hub's: asked in every run. */
export const onceFaulty: readonly RawRequest[] = [
  { ...bare, path: '/oauth/auth/..', headers: [] },
  { ...bare, path: '/oauth/aanmelden/../..', headers: [] },
  { ...bare, path: '/health/live', headers: [['expect', canary]] },
];
