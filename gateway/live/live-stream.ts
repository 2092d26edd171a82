import type { FormattedExecutionResult } from 'graphql';
import type { Caller } from '../../platform/identity/caller.js';
import { HubError } from '../../platform/errors/errors.js';
import type { Change } from '../../platform/outbox/change-topic.js';
import { preferredLanguage } from '../authenticate/preferred-language.js';
import type { CallerNow, SentHeaders } from '../http/requests/request-caller.js';
import { toFormatted } from '../present-error/present-error.js';
import { liveLimits } from './live-limits.js';
import { concerns, type LiveTerms } from './live-operation.js';
import { openLiveQuery, type LiveQuery } from './live-query.js';
import type { AskedQuery, ResolveLive } from './live-request.js';
import type { Outlet } from './outlet.js';
import { partsToTell, type Part } from './parts.js';

/** What every stream of a gateway works with. */
export interface StreamTools {
  readonly callerNow: CallerNow;
  readonly resolve: ResolveLive;
  /** Gives work its turn among all streams: what is near before the rest. */
  readonly inTurn: <T>(who: string, isNear: boolean, work: () => Promise<T>) => Promise<T>;
  /** Runs a query as a caller, at the expense of its budget. */
  readonly run: (
    caller: Caller,
    document: string,
    variables: Readonly<Record<string, unknown>>,
  ) => Promise<FormattedExecutionResult>;
}

/** A query that its caller may have live. */
export interface LetInQuery extends AskedQuery {
  readonly caller: Caller;
  readonly terms: LiveTerms;
}

export interface StreamOptions extends StreamTools {
  readonly queries: readonly LetInQuery[];
  readonly sent: SentHeaders;
  /** What is told when the session of the caller ends or changes. */
  readonly sessionMark: string | null;
  readonly outlet: Outlet;
}

/** The queries of one tab, answered for as long as it is open and its caller may ask. */
export interface LiveStream {
  /** Each answer once it is another. */
  parts(): AsyncGenerator<Part>;
  /** Something changed; null: something may have. */
  hear(change: Change | null): void;
  /** Tells each query why, and ends. */
  end(error: HubError): void;
  /** The client has gone. */
  drop(): void;
}

/** What is looked at again of a session, whatever else changed. */
const sessionNoun = 'gateway.session';

export function openStream(options: StreamOptions): LiveStream {
  const { queries: asked, sent, sessionMark, callerNow } = options;
  const parts = partsToTell();
  const end = (error: HubError): void => {
    const payload = { errors: [toFormatted(error, preferredLanguage(sent.headers['accept-language']))] };
    for (const { id } of asked) parts.put({ id, payload });
    stop();
  };
  const queries = asked.map((one) =>
    openQuery(one, options, (answer) => parts.put({ id: one.id, payload: answer }), end),
  );
  const look = async (): Promise<void> => lookAt(callerNow, sent).catch((error: unknown) => end(asRefusal(error)));
  const looking = setInterval(() => void look(), liveLimits.lookMs).unref();

  function stop(): void {
    clearInterval(looking);
    for (const { query } of queries) query.end();
    parts.finish();
  }

  for (const { query } of queries) query.wake(null);
  return {
    parts: () => parts.all(),
    hear(change) {
      for (const { query, isConcerned } of queries)
        if (change === null || isConcerned(change)) query.wake(change?.mark ?? null);
      if (change === null || (change.noun === sessionNoun && change.mark === sessionMark)) void look();
    },
    end,
    drop: stop,
  };
}

/** Throws where the caller is no more who it was; that this cannot be known now says nothing against it. */
async function lookAt(callerNow: CallerNow, sent: SentHeaders): Promise<void> {
  try {
    await callerNow(sent, undefined);
  } catch (error) {
    if (asRefusal(error).code !== 'IDENTITY_UNAVAILABLE') throw error;
  }
}

function asRefusal(error: unknown): HubError {
  return error instanceof HubError ? error : new HubError('INTERNAL');
}

interface OpenQuery {
  readonly query: LiveQuery;
  /** Whether a change may change its answer. */
  readonly isConcerned: (change: Change) => boolean;
}

/** Each run asks anew, when its turn has come, who the caller is, and whether the query is still one of its roles. */
function openQuery(
  { terms, documentId, variables, purpose, caller: first }: LetInQuery,
  { callerNow, resolve, inTurn, run, sent, outlet }: StreamOptions,
  onAnswer: (answer: FormattedExecutionResult) => void,
  onRefused: (error: HubError) => void,
): OpenQuery {
  let { region, organisationId } = first;
  const ask = (isNear: boolean): Promise<FormattedExecutionResult> =>
    inTurn(first.subject, isNear, async () => {
      if (outlet.isClosed()) return {};
      const caller = await callerNow(sent, purpose);
      ({ region, organisationId } = caller);
      return run(caller, resolve(documentId, caller).document, variables);
    });
  const { noNews } = terms;
  const { untilTaken } = outlet;
  return {
    query: openLiveQuery({ ask, untilTaken, noNews, onAnswer, onRefused }),
    isConcerned: (change) => concerns(terms, change, { region, organisationId, variables }),
  };
}
