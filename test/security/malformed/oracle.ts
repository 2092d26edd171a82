import { isErrorCode } from '../../../platform/errors/errors.js';
import { canary } from './hostile.js';

/** An answer of the hub as it came. */
export interface SeenAnswer {
  readonly status: number;
  readonly mediaType: string;
  readonly retryAfter: string | null;
  readonly body: string;
}

/** What an answer that refuses something could betray of the inside. */
export const betrayals = [
  ...[
    /\bat [\w.<>]+ \(/,
    /\bat (async )?\w+.*:\d+:\d+/,
    /node_modules/,
    /node:internal/,
    /file:\/\//,
    /\/(dist|tmp|home|usr|etc)\//,
    /\.(ts|js|mjs):\d+/,
  ],
  ...[
    /\b(select|insert|update|delete) .*\b(from|into|set)\b/i,
    /relation "/,
    /column "/,
    /constraint/i,
    /syntax error/i,
    /violates/i,
    /invalid input/i,
  ],
  ...[
    /thuisbasis_\w+/,
    /QueryFailedError/,
    /postgres/i,
    /typeorm/i,
    /\bpg_\w+/,
    /SQLSTATE/i,
    /ECONN\w+/,
    /127\.0\.0\.1|localhost/,
  ],
  ...[
    /Cannot read propert/i,
    /is not a function/,
    /undefined/,
    /Unexpected token/i,
    /did you mean/i,
    /DATABASE_URL|TOKEN_|PASSWORD/,
  ],
];

/** Of OAuth 2.0 and OpenID Connect: the doors of the authorization server speak their own language. */
const oauthErrors =
  /^(invalid_(request|client|grant|scope|target|dpop_proof|token)|unauthorized_client|unsupported_grant_type|unsupported_response_type|temporarily_unavailable)$/;

/** Doors that answer with a page: to sign in at, and the one on which people work. */
const pages = /^\/(oauth\/(auth|aanmelden)|(\?.*)?$)/s;
/** Doors that answer with a file when they are asked rightly. */
const files = /^\/(schema\.graphql|export\/|import)/;

/** What is wrong with an answer of a door, in words; null when nothing is. */
export function faultOf(path: string, answer: SeenAnswer): string | null {
  const { status, mediaType, body, retryAfter } = answer;
  const isBusy = status === 503 && retryAfter !== null && body.includes('"OVERLOADED"');
  if ((status >= 500 && !isBusy) || !(status >= 200)) return `status ${status}`;
  if (status === 204 || status === 303 || status === 304) return null;
  if (pages.test(path) && mediaType.startsWith('text/html')) return echoOrBetrayal(body);
  if (status < 300 && files.test(path)) return null;
  if (!/^application\/(graphql-response\+|jwk-set\+)?json\b/.test(mediaType)) return `media type ${mediaType}`;
  return faultOfJson(path, status, body);
}

function faultOfJson(path: string, status: number, body: string): string | null {
  const parsed = parsedOrNull(body);
  if (parsed === null) return 'no JSON';
  if (path.startsWith('/oauth') && typeof parsed['error'] === 'string')
    // its own address, and what a client gave along to know its answer by, it tells by rule: RFC 9207, RFC 6749
    return oauthErrors.test(parsed['error'])
      ? echoOrBetrayal(JSON.stringify({ ...parsed, iss: null, state: null }))
      : `error ${parsed['error']}`;
  const { errors, data } = parsed as { errors?: readonly ToldError[]; data?: unknown };
  if (status >= 400 && !errors?.length) return 'a refusal without errors';
  if (data === null && !errors?.length) return 'nothing, without errors';
  if (errors && !errors.every(isKnown))
    return `code ${errors.map(({ extensions }) => String(extensions?.code)).join()}`;
  return errors ? echoOrBetrayal(JSON.stringify(errors)) : null;
}

interface ToldError {
  readonly extensions?: { readonly code?: unknown };
}

/** A code of the list, and none of those by which the hub says that it failed itself. */
function isKnown({ extensions }: ToldError): boolean {
  return isErrorCode(extensions?.code) && extensions.code !== 'INTERNAL';
}

function echoOrBetrayal(text: string): string | null {
  if (text.includes(canary)) return 'what was sent is repeated';
  const found = betrayals.find((pattern) => pattern.test(text));
  return found ? `betrays ${String(found)}` : null;
}

function parsedOrNull(body: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
