import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler, onRequestHookHandler } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Caller, Role } from '../../platform/identity/caller.js';
import type { RoadRouteOptions } from '../roads/road-route.js';

/** What an operation answered: its data, empty where something failed, and the errors that say so. */
export interface OperationAnswer<D> {
  readonly data: D | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/**
 * Runs a registered operation as the caller of a request, under everything that holds for `POST /graphql`: rights, limits, time,
 * the language of errors. Never throws for what the operation answers; throws when no operation has the name.
 */
export type RunOperation = <D>(
  request: FastifyRequest,
  operation: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<OperationAnswer<D>>;

/** What the gateway lends to routes that are not its own. */
export interface RouteTools {
  readonly http: FastifyInstance;
  /** Verifies the token before anything else; a route that wants a caller names it first among its `onRequest` hooks. */
  readonly identify: onRequestAsyncHookHandler;
  /** The same for a file that people take from a page: their session counts where no token was sent. */
  readonly identifyForFile: onRequestAsyncHookHandler;
  /** Lets the lane for bulk answer, where there is one; a route that reads or writes in bulk names it after `identify`. */
  readonly handOn: onRequestHookHandler;
  /** Who calls, once `identify` has passed. */
  readonly callerOf: (request: FastifyRequest) => Caller;
  /** The roles of who is signed in on the page that asks; none for anybody else. */
  readonly personRoles: (request: FastifyRequest) => Promise<readonly Role[]>;
  /** Answers every other method of an address with 405, for callers with a token. */
  readonly onlyMethod: (allowed: string, url: string) => void;
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly run: RunOperation;
  /** Opens a route whose bodies go to a subgraph and come back as they are. */
  readonly addRoad: (options: RoadRouteOptions) => void;
}

/** Adds routes to the gateway's server. The gateway knows nothing of what they answer. */
export type AddRoutes = (tools: RouteTools) => void;
