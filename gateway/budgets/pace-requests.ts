import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { HubError } from '../../platform/errors/errors.js';
import { callerOf } from '../http/requests/request-caller.js';
import { oauthPath } from '../oauth/oauth-routes.js';
import type { Meter } from './meter.js';
import type { Budgets } from './open-budgets.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the request costs its caller; null until it is known who that is. */
    meter: Meter | null;
  }
}

/** Hooks that make sure that everybody who is asked for pays. */
export interface Pace {
  /** Says who is asking, and refuses whoever tried too many tokens or has nothing left. What follows charges the request. */
  asking(identify: onRequestAsyncHookHandler): onRequestAsyncHookHandler;
  /** The same where no operation says what it costs: the request pays for its bytes both ways, once it is over. */
  travelling(identify: onRequestAsyncHookHandler): onRequestAsyncHookHandler;
}

const bytesPerPoint = 1_000;

/** Without budgets nothing is counted. */
export function paceRequests(http: FastifyInstance, budgets: Budgets | null): Pace {
  http.decorateRequest('meter', null);
  if (!budgets) return { asking: (identify) => identify, travelling: (identify) => identify };
  addDoors(http, budgets);
  tellWhatIsLeft(http);
  const asking = (identify: onRequestAsyncHookHandler): onRequestAsyncHookHandler =>
    async function (request, reply) {
      await identify.call(this, request, reply).catch((error: unknown) => countFailure(budgets, request, error));
      request.meter = budgets.meterOf(callerOf(request));
      request.meter.checkOpen();
    };
  return {
    asking,
    travelling: (identify) => {
      const hook = asking(identify);
      return async function (request, reply) {
        await hook.call(this, request, reply);
        payForBytes(request, reply);
      };
    },
  };
}

/** Where people and systems come in who are not known yet. */
function addDoors(http: FastifyInstance, { doors }: Budgets): void {
  http.addHook('onRequest', async (request) => {
    const { url = '' } = request.routeOptions;
    if (url === `${oauthPath}/token`) await doors.pass('tokens', request);
    else if (isSignIn(url)) await doors.pass('signIns', request);
  });
}

function isSignIn(url: string): boolean {
  return url.startsWith('/inloggen') || /^\/oauth\/(auth|aanmelden)/.test(url);
}

async function countFailure({ doors }: Budgets, request: FastifyRequest, error: unknown): Promise<never> {
  const isFailure =
    error instanceof HubError && (error.code === 'UNAUTHENTICATED' || error.code === 'SENDER_PROOF_INVALID');
  // who sends nothing tries nothing: a page of somebody else could make a whole office send that
  if (isFailure && request.headers.authorization !== undefined) {
    // who tried too many hears no more whether the next one would hold
    await doors.checkFailures(request);
    await doors.countFailure(request);
  }
  throw error;
}

/** Every answer tells what is left; what was charged nowhere else, such as a request that was no question, is charged here. */
function tellWhatIsLeft(http: FastifyInstance): void {
  http.addHook('onSend', async ({ meter }, reply) => {
    // whoever answered for this gateway has counted
    if (!meter || reply.hasHeader('ratelimit-policy')) return;
    if (!meter.isSettled) await meter.note({ requests: 1, cost: 1 });
    void reply.headers(meter.headers());
  });
  http.addHook('onError', async (request, reply, error) => {
    if (!(error instanceof HubError)) return;
    // who is sent away pays nothing, and a database with too much to do is not asked to write that down
    if (error.code === 'OVERLOADED') request.meter = null;
    const { retryAfterSeconds } = error.parameters;
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  });
}

/** A body that says how large it is pays for that; of another, what came in since. */
function payForBytes({ meter, headers, raw: { socket } }: FastifyRequest, reply: FastifyReply): void {
  const { bytesRead, bytesWritten } = socket;
  reply.raw.once('close', () => {
    // whoever answered for this gateway has counted
    if (!meter?.isSettled) return;
    const received = Number(headers['content-length'] ?? socket.bytesRead - bytesRead) || 0;
    const sent = socket.bytesWritten - bytesWritten;
    void meter.note({ cost: Math.floor((received + sent) / bytesPerPoint) });
  });
}
