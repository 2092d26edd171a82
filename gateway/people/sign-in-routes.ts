import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HubError } from '../../platform/errors/errors.js';
import { onlyMethod } from '../http/requests/only-method.js';
import { addressBelow } from '../http/requests/own-address.js';
import type { PeopleTools } from './open-people.js';
import { orUnavailable } from './or-unavailable.js';
import type { Attempt } from './sign-in.js';

/** Where the identity provider sends people back. */
export const returnPath = '/inloggen/terug';

/** Where they are after it, unless they began elsewhere. */
const usualLanding = '/wie-ben-ik';
const attemptSeconds = 600;
const sessionSeconds = 6 * 3_600;
const ownPath = /^\/(?!\/)[\w\-./]{0,200}$/;

interface KeptAttempt extends Attempt {
  readonly landing: string;
}

/**
 * `GET /inloggen`, with `?naar=/path` for where to go after it and `?opnieuw=ja` for who must show a second factor now, and the address
 * at which people come back.
 */
export function addSignInRoutes(http: FastifyInstance, { publicUrl, cookies, sessions, signIn }: PeopleTools): void {
  http.get('/inloggen', async (request, reply) => {
    const { address, attempt } = await signIn.begin(isAgain(request));
    const kept: KeptAttempt = { ...attempt, landing: landingOf(request) };
    return reply.header('set-cookie', cookies.attempt.set(pack(kept), attemptSeconds)).redirect(address.href, 303);
  });

  http.get(returnPath, async (request, reply) => {
    const attempt = unpack(cookies.attempt.read(request.headers.cookie));
    const caller = await signIn.complete(addressBelow(publicUrl, request.url), attempt);
    // a session from before this moment may be known to another: it ends, and one with another id begins
    const before = cookies.session.read(request.headers.cookie);
    if (before !== null) await orUnavailable(sessions.end(before));
    const id = await orUnavailable(sessions.begin(caller));
    const set = [cookies.session.set(id, sessionSeconds), cookies.attempt.clear()];
    return reply.header('set-cookie', set).redirect(new URL(attempt.landing, publicUrl).href, 303);
  });
  onlyMethod(http, 'GET', '/inloggen');
  onlyMethod(http, 'GET', returnPath);
}

function isAgain({ query }: FastifyRequest): boolean {
  return (query as { opnieuw?: unknown }).opnieuw === 'ja';
}

/** Never another site: who is sent here with an address of his own must not arrive there. */
function landingOf({ query }: FastifyRequest): string {
  const { naar } = query as { naar?: unknown };
  return typeof naar === 'string' && ownPath.test(naar) ? naar : usualLanding;
}

function pack(attempt: KeptAttempt): string {
  return Buffer.from(JSON.stringify(attempt)).toString('base64url');
}

function unpack(text: string | null): KeptAttempt {
  try {
    const { state, nonce, verifier, landing } = JSON.parse(Buffer.from(text ?? '', 'base64url').toString()) as Record<
      string,
      unknown
    >;
    const isWhole = [state, nonce, verifier].every((part) => typeof part === 'string' && part !== '');
    if (isWhole && typeof landing === 'string' && ownPath.test(landing))
      return { state, nonce, verifier, landing } as KeptAttempt;
  } catch {
    // falls through: whatever is no attempt is refused alike
  }
  throw new HubError('SIGN_IN_FAILED');
}
