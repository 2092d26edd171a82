import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { KnownCaller } from '../authenticate/caller-claims.js';
import { HubError } from '../../platform/errors/errors.js';
import type { Role } from '../../platform/identity/caller.js';
import { onlyMethod } from '../http/requests/only-method.js';
import { cookiesOf, type Cookies } from './cookies.js';
import { orUnavailable } from './or-unavailable.js';
import type { SignInSettings } from './people-config.js';
import { checkBody, checkSameOrigin, type SessionBody } from './same-origin.js';
import { sessionMark, type PersonSession, type SessionStore } from './session.store.js';
import { addSignInRoutes, returnPath } from './sign-in-routes.js';
import { signInAt, type SignIn } from './sign-in.js';

export interface PeopleOptions {
  readonly publicUrl: URL;
  readonly sessions: SessionStore;
  /** Where people sign in; null where another gateway does that. */
  readonly settings: SignInSettings | null;
}

/** What is looked at of a request. */
type Sent = Pick<FastifyRequest, 'headers'>;

/** What a gateway knows of people who are signed in. */
export interface People {
  /**
   * Who sent a request with a session instead of a token, and with such a body; null without a session's cookie. Throws CROSS_ORIGIN or
   * UNSUPPORTED_MEDIA_TYPE for what another site may have sent, UNAUTHENTICATED when the session is over.
   */
  callerOf(request: Sent, body: SessionBody): Promise<KnownCaller | null>;
  /** The same for what a page asks by itself: it does not make the session last longer. */
  stillThere(request: Sent): Promise<KnownCaller | null>;
  /** What is told when the session of a request ends or changes; null without one. */
  sessionMarkOf(request: Sent): string | null;
  /** The roles of whose session's cookie comes with a request, whatever sent it; none without one that holds. For what changes and tells nothing of people. */
  rolesOf(request: Sent): Promise<readonly Role[]>;
  addRoutes(http: FastifyInstance): void;
}

/** What the routes of people work with. */
export interface PeopleTools {
  readonly publicUrl: URL;
  readonly cookies: Cookies;
  readonly sessions: SessionStore;
  readonly signIn: SignIn;
}

/** Opens what serves people: signing in and out, and requests with a session. */
export function openPeople({ publicUrl, sessions, settings }: PeopleOptions): People {
  const cookies = cookiesOf(publicUrl);
  const idIn = ({ headers }: Sent): string | null => cookies.session.read(headers.cookie);
  const known = async (sent: Sent, body: SessionBody, find: SessionStore['look']): Promise<KnownCaller | null> => {
    const id = idIn(sent);
    if (id === null) return null;
    checkSameOrigin(sent.headers, publicUrl);
    checkBody(sent.headers, body);
    return knownCaller(await sessionOf(find, id));
  };
  return {
    callerOf: (sent, body) => known(sent, body, (id) => sessions.find(id)),
    stillThere: (sent) => known(sent, 'json', (id) => sessions.look(id)),
    sessionMarkOf(sent) {
      const id = idIn(sent);
      return id === null ? null : sessionMark(id);
    },
    async rolesOf(sent) {
      const id = idIn(sent);
      const session = id === null ? null : await orUnavailable(sessions.find(id));
      return session?.roles ?? [];
    },
    addRoutes(http) {
      addSessionRoutes(http, { publicUrl, cookies, sessions });
      if (!settings) return;
      const signIn = signInAt(settings, new URL(returnPath, publicUrl));
      addSignInRoutes(http, { publicUrl, cookies, sessions, signIn });
    },
  };
}

function knownCaller(session: PersonSession): KnownCaller {
  const { subject, roles, organisationId, region, professionalId = null, secondFactorAt = null } = session;
  return { subject, roles, organisationId, region, professionalId, secondFactorAt };
}

/** `GET /wie-ben-ik`, in which `person` stands for one person and names nobody, and `POST /uitloggen`. */
function addSessionRoutes(http: FastifyInstance, tools: Omit<PeopleTools, 'signIn'>): void {
  const { publicUrl, cookies, sessions } = tools;
  http.get('/wie-ben-ik', async ({ headers }) => {
    const id = cookies.session.read(headers.cookie);
    const { subject, roles, organisationId, region, expiresAt } = await sessionOf(
      (one) => sessions.find(one),
      id ?? '',
    );
    const person = createHash('sha256').update(subject).digest('base64url');
    return { person, roles, organisation: organisationId, region, expiresAt: expiresAt.toISOString() };
  });
  void http.register((scope, _options, done) => {
    // a form will do as well: nothing of it is read
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 1_000 }, (_request, _body, parsed) => parsed(null));
    scope.post('/uitloggen', async ({ headers }, reply) => {
      checkSameOrigin(headers, publicUrl);
      const id = cookies.session.read(headers.cookie);
      if (id !== null) await orUnavailable(sessions.end(id));
      return reply.header('set-cookie', cookies.session.clear()).code(204).send();
    });
    done();
  });
  onlyMethod(http, 'GET', '/wie-ben-ik');
  onlyMethod(http, 'POST', '/uitloggen');
}

async function sessionOf(find: SessionStore['look'], id: string): Promise<PersonSession> {
  const session = await orUnavailable(find(id));
  if (!session) throw new HubError('UNAUTHENTICATED');
  return session;
}
