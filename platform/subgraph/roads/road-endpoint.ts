import { Readable } from 'node:stream';
import type { CryptoKey } from 'jose';
import { hasRole, type Caller } from '../../identity/caller.js';
import { errorTexts, HubError } from '../../errors/errors.js';
import { verifyInternalToken } from '../../identity/internal-token.js';
import { assertScope } from '../../policy/scope.js';
import { describeError, type Logger } from '../../process/logger.js';
import { unforeseen } from '../subgraph-errors.js';
import { readHead, type Road, type RoadAnswer, type RoadRequest } from './road.js';
import { usedTokens } from './used-tokens.js';

/** Takes a request along a road: `head` is what the gateway signed. Never throws: a refusal is an answer in the shape of GraphQL. */
export type Travel = (
  head: string,
  body: Readable,
  authorization: string | undefined,
  signal: AbortSignal,
) => Promise<RoadAnswer>;

/** The roads of one subgraph, behind the check of the gateway's token. */
export function openRoads(
  name: string,
  roads: Readonly<Record<string, Road>>,
  gatewayKey: CryptoKey,
  logger: Logger,
): Travel {
  const takeOnce = usedTokens();
  return async (text, body, authorization, signal) => {
    try {
      const caller = await verifyInternalToken(gatewayKey, name, authorization, text);
      takeOnce(authorization ?? '');
      const head = readHead(text);
      const road = Object.hasOwn(roads, head.road) ? roads[head.road] : undefined;
      if (!road) throw new HubError('NOT_FOUND');
      assertScope(caller, [road.scope]);
      if (!hasRole(caller, ...road.roles)) throw new HubError('FORBIDDEN');
      const report = reporter(logger, caller);
      const answer = await road.travel({ ...head, caller, body, signal, report });
      // an answer that breaks off when nobody waits for it any more is no fault of the hub
      answer.body.once('error', (error) => {
        if (!(error instanceof HubError) && !signal.aborted) report(error);
      });
      return answer;
    } catch (error) {
      if (!(error instanceof HubError)) logger.error(describeError(error), 'request failed');
      return refusal(error instanceof HubError ? error : unforeseen(error));
    }
  };
}

function reporter(logger: Logger, { requestId }: Caller): RoadRequest['report'] {
  return (error) => logger.error({ ...describeError(error), requestId }, 'request failed');
}

function refusal(error: HubError): RoadAnswer {
  return {
    status: errorTexts[error.code].status,
    mediaType: 'application/json',
    body: Readable.from([JSON.stringify({ errors: [error.toJSON()] })]),
  };
}
