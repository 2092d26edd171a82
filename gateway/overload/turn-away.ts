import type { FastifyRequest, onRequestHookHandler } from 'fastify';
import { decodeJwt } from 'jose';
import { isRole } from '../../platform/identity/caller.js';
import { usualClaimNames } from '../authenticate/caller-claims.js';
import { classOf, type CallerClass } from '../budgets/terms.js';
import type { Admission } from './admission.js';

/**
 * Refuses with OVERLOADED whoever would find no place, before a token is verified, a body read or a database asked: sending away has to cost next to nothing
 * just when there is too much to do. By what the token says of itself, which can send its bearer away and get nobody in.
 */
export function turnAway(
  admission: Pick<Admission, 'refusalOf'>,
  takesPlace: (request: FastifyRequest) => boolean,
): onRequestHookHandler {
  return (request, _reply, done) =>
    done(takesPlace(request) ? admission.refusalOf(classSaid(request.headers.authorization)) : undefined);
}

/** Of whom nothing is said, such as somebody with a session, is thought what lets him go furthest. */
function classSaid(authorization: string | undefined): CallerClass {
  const [, token = ''] = authorization?.split(' ') ?? [];
  try {
    const said = decodeJwt(token)[usualClaimNames.roles];
    return Array.isArray(said) ? classOf(said.filter(isRole)) : 'broker';
  } catch {
    return 'broker';
  }
}
