import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { CryptoKey } from 'jose';
import { prepareDrain } from '../platform/process/drain.js';
import type { Logger } from '../platform/process/logger.js';
import { createPlaces } from '../platform/process/places.js';
import type { TokenRules } from './authenticate/authenticate.js';
import type { Budgets } from './budgets/open-budgets.js';
import { paceRequests } from './budgets/pace-requests.js';
import { keepHere, openBulkLane, type BulkLane } from './bulk-lane/bulk-lane.js';
import { createApollo } from './create-apollo.js';
import { createFederation } from './federation/create-federation.js';
import { createHttp } from './http/create-http.js';
import { addGraphQLRoute } from './http/routes/graphql-route.js';
import { addHealthRoutes } from './http/routes/health-routes.js';
import { listen } from './http/listening/listen.js';
import { onlyMethod } from './http/requests/only-method.js';
import { callerHook, callerNow, callerOf, orSession, type SentHeaders } from './http/requests/request-caller.js';
import { addSchemaRoute } from './http/routes/schema-route.js';
import type { Changes } from './live/hear-changes.js';
import { addLiveRoute } from './live/live-route.js';
import { openLive } from './live/open-live.js';
import { createAdmission, type AdmissionLimits } from './overload/admission.js';
import { defaultAdmission } from './overload/limits.js';
import { shareOf } from './overload/workers.js';
import type { SessionBody } from './people/same-origin.js';
import { createErrorPresenter } from './present-error/present-error.js';
import { addOperationsRoute } from './registered/operations-route.js';
import { planAhead } from './registered/plan-ahead.js';
import { readOperations, type RegisteredOperations } from './registered/registered-operations.js';
import type { OperationsMode } from './registered/resolve-document.js';
import { addRoadRoute } from './roads/road-route.js';
import type { AddRoutes, RouteTools } from './routes/added-routes.js';
import { runnerAs } from './routes/run-as.js';
import { operationRunner } from './routes/run-operation.js';
import type { Identity } from './identity/open-identity.js';
import { openLink, type SubgraphLink } from './subgraph-link/subgraph-link.js';
import type { SubgraphTransport } from './subgraph-link/transport.js';

export const subgraphNames = ['cases', 'capacity', 'people'] as const;

export type SubgraphName = (typeof subgraphNames)[number];

/** How long the gateway waits, in milliseconds. */
export interface GatewayTimeouts {
  /** For one answer of one subgraph. */
  readonly fetchMs: number;
  /** For the whole answer. */
  readonly requestMs: number;
  /** For the whole answer to a mutation: an answer that comes too late says nothing of what was written. */
  readonly mutationMs: number;
  /** Before a subgraph whose circuit is open is tried again. */
  readonly circuitResetMs: number;
}

export const defaultTimeouts: GatewayTimeouts = {
  fetchMs: 1_500,
  requestMs: 3_000,
  mutationMs: 4_500,
  circuitResetMs: 1_000,
};

/** How many travel along roads at once, and how many of one organisation: as many as there are connections for them to a subgraph. */
const roads = { atOnce: 8, ofOne: 2 };

export interface GatewayOptions extends TokenRules {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly links: Readonly<Record<SubgraphName, SubgraphTransport>>;
  /** Private Ed25519 key with which the gateway tells subgraphs who is asking. */
  readonly signingKey: CryptoKey;
  readonly timeouts?: Partial<GatewayTimeouts>;
  readonly introspection: boolean;
  /** What it knows of systems and people that call; closed with the gateway. Without it only the tokens of the issuer are believed. */
  readonly identity?: Identity;
  /** How much each caller may ask; closed with the gateway. Without them nothing is counted. */
  readonly budgets?: Budgets;
  /** What it hears of changes, so that answers can stay up to date; closed with the gateway. Without it none do. */
  readonly changes?: Changes;
  /** Whether callers may run registered operations only; any, unless told otherwise. */
  readonly operations?: OperationsMode;
  readonly logger: Logger;
  /** How many questions may be underway at once. */
  readonly admission?: AdmissionLimits;
  /** How many processes this gateway is, of which each has its share of what may be done at once; one, unless told otherwise. */
  readonly workers?: number;
  /** Who answers in bulk, so that a question never waits for it. */
  readonly bulkLane?: BulkLane;
  /** Whether this is the gateway that answers in bulk for another. */
  readonly isBulkLane?: boolean;
  /** Whether the registered operations are planned once it is open, before anybody asks them; not unless told so. */
  readonly plansAhead?: boolean;
  /** Routes beside GraphQL that the hub adds. */
  readonly routes?: readonly AddRoutes[];
  /** The registered operations, where they are not those of the folder `operations`. */
  readonly registered?: RegisteredOperations;
  /** SDL of the supergraph, where it is not the committed one. */
  readonly supergraph?: string;
  /** Told of every request to a subgraph: tests count with it. */
  readonly onSubgraphRequest?: (name: string, body: string) => void;
}

export interface Gateway {
  /** Where it listens, such as http://127.0.0.1:4000. */
  readonly url: string;
  /** Stops accepting, finishes what was accepted, closes the transports. */
  close(): Promise<void>;
}

/** Opens the hub's front door. Throws ConfigurationError when it cannot listen where it should. */
export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const links = openLinks(options, timeouts);
  const federation = createFederation(links, {
    supergraph: options.supergraph ?? committedSupergraph(),
    timeouts,
    logger: options.logger,
  });
  const presenter = createErrorPresenter(options.logger);
  const operations = options.registered ?? readOperations();
  const apollo = createApollo({ ...options, federation, presenter, operations });
  await apollo.start();

  const { workers = 1, logger } = options;
  const http = await createHttp({ ...options, workers });
  const drain = prepareDrain(http);
  const { identity, changes, isBulkLane = false, operations: operationsMode = 'any' } = options;
  const { identifyForQuestions, identifyForStreams, streams, ...identities } = identifying(http, options);
  const handOn = options.bulkLane ? await openBulkLane(http, options.bulkLane) : keepHere;
  const { requestMs: requestTimeoutMs } = timeouts;
  const runAs = runnerAs({ apollo, presenter, requestTimeoutMs });
  const admission = createAdmission(options.admission ?? defaultAdmission, workers);
  const atOnce = { admission, workers };
  const answering = { apollo, presenter, handOn, isBulkLane, requestTimeoutMs, operations, operationsMode, ...atOnce };
  addGraphQLRoute(http, { ...answering, identify: identifyForQuestions });
  const live = changes && openLive({ ...streams, changes, runAs, operations, operationsMode, ...atOnce });
  if (live) addLiveRoute(http, live, identifyForStreams);
  addOperationsRoute(http, operations, identities.identify);
  addSchemaRoute(http, federation.apiSchema(), identities.identify);
  addHealthRoutes(http, links, () => drain.hasBegun());
  if (!isBulkLane) identity?.addRoutes(http);
  const bulkTools = { ...identities, handOn: handOn(() => true) };
  const roadTools = { ...bulkTools, links, places: createPlaces(roadsOf(workers)), logger };
  const lent: RouteTools = {
    ...bulkTools,
    http,
    callerOf,
    personRoles: async (request) => (await identity?.people.rolesOf(request)) ?? [],
    onlyMethod: (allowed, url) => onlyMethod(http, allowed, url, [identities.identify]),
    schema: federation.apiSchema(),
    run: operationRunner(runAs, operations),
    addRoad: (road) => addRoadRoute(http, { ...road, ...roadTools }),
  };
  for (const addRoutes of options.routes ?? []) addRoutes(lent);

  let endPlanning = (): Promise<void> => Promise.resolve();
  const close = once(async () => {
    drain.begin();
    await Promise.all([live?.close(), endPlanning()]);
    await drain.close(timeouts.mutationMs);
    admission.close();
    await apollo.stop();
    await closeAll(links, options);
  });
  const url = await listenOr(close, http, options);
  if (options.plansAhead) {
    const prepare: typeof federation.prepare = (query, queryHash) => federation.prepare(query, queryHash);
    endPlanning = planAhead({ operations: operations.values(), prepare, isBusy: () => admission.isBusy(), logger });
  }
  return { url, close };
}

async function closeAll(links: readonly SubgraphLink[], { identity, budgets }: GatewayOptions): Promise<void> {
  await Promise.all(links.map((link) => link.close()));
  await identity?.close();
  await budgets?.close();
}

function roadsOf(workers: number): typeof roads {
  return { ...roads, atOnce: shareOf(roads.atOnce, workers) };
}

/** Who is asking, and that whoever asks pays: for a question by what it asks, for anything else by its bytes. */
function identifying(http: FastifyInstance, options: GatewayOptions) {
  const { identity, budgets = null } = options;
  const rules = identity ? { ...options, ...identity } : options;
  const known = callerHook(http, rules);
  const now = callerNow(rules, identity?.people ?? null);
  const pace = paceRequests(http, budgets);
  const orPerson = (body: SessionBody) => (identity ? orSession(known, identity.people, options, body) : known);
  return {
    identify: pace.travelling(known),
    identifyForQuestions: pace.asking(orPerson('json')),
    identifyForFile: pace.travelling(orPerson('none')),
    identifyWithFile: pace.travelling(orPerson('file')),
    // a page that comes back by itself is no sign of a person: its session lasts no longer for it
    identifyForStreams: pace.asking(async (request) => {
      request.caller = await now(request, request.headers['x-purpose']);
    }),
    streams: {
      callerNow: now,
      sessionMarkOf: (sent: SentHeaders) => identity?.people.sessionMarkOf(sent) ?? null,
      budgets,
    },
  };
}

function openLinks(
  { links, signingKey, logger, onSubgraphRequest }: GatewayOptions,
  timeouts: GatewayTimeouts,
): SubgraphLink[] {
  return subgraphNames.map((name) =>
    openLink({
      name,
      transport: links[name],
      signingKey,
      logger,
      resetMs: timeouts.circuitResetMs,
      ...(onSubgraphRequest && { onRequest: onSubgraphRequest }),
    }),
  );
}

function committedSupergraph(): string {
  return readFileSync(new URL('./supergraph.graphql', import.meta.url), 'utf8');
}

/** Listens, or leaves nothing half open. */
async function listenOr(
  close: () => Promise<void>,
  http: FastifyInstance,
  { host, port }: GatewayOptions,
): Promise<string> {
  try {
    return await listen(http, host, port);
  } catch (error) {
    await close();
    throw error;
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= work());
}
