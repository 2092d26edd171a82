import { ApolloGateway, type GatewayConfig } from '@apollo/gateway';
import { buildASTSchema, getOperationAST, parse, type GraphQLSchema } from 'graphql';
import { CompiledOperation, type Found, type Way } from './compiled-operation.js';
import { fittingVariables } from './fitting-variables.js';
import type { Reason } from './not-compiled.js';
import { toOutcome, type Outcome } from './outcome.js';
import type { GatewayRequest } from './plan/run.js';
import { typesOfSupergraph, type TypesWithin } from './plan/type-sets.js';
import { RecentlyUsed } from './recently-used.js';

/** How many operations ran as compiled code, and how many in the stock executor, by why. */
export interface Counts {
  readonly compiled: number;
  readonly stock: Readonly<Partial<Record<Reason, number>>>;
  /** In how many ways operations are kept compiled now. */
  readonly kept: number;
  /** How many plans were made. */
  readonly planned: number;
}

export interface CompiledGatewayOptions {
  /** How many operations are kept, and in how many ways they are kept compiled: one for each value of its conditions. */
  readonly kept?: number;
  /** Reads the SDL of a supergraph, with what clients do not see of it. */
  readonly readSupergraph?: (sdl: string) => GraphQLSchema;
  /** Told of each operation that is left to the stock executor, which is the how manieth for that reason. */
  readonly onStock?: (reason: Reason, count: number, request: GatewayRequest) => void;
}

type Resolved = Parameters<NonNullable<GatewayConfig['experimental_didResolveQueryPlan']>>[0];

/** Breaks the stock executor off where it has its plan. */
const hasPlan = new Error('the plan is made');

/** Composition, plans and their cache, links and updates of the schema as @apollo/gateway has them; plans run as compiled code. */
export class CompiledGateway {
  readonly inner: ApolloGateway;
  readonly #waiting = new WeakMap<GatewayRequest, { found?: Found }>();
  readonly #operations: RecentlyUsed<CompiledOperation>;
  readonly #ways: RecentlyUsed<Way>;
  readonly #onStock: NonNullable<CompiledGatewayOptions['onStock']>;
  readonly #counts: Omit<Counts, 'kept'> & {
    compiled: number;
    planned: number;
    stock: Partial<Record<Reason, number>>;
  } = {
    compiled: 0,
    planned: 0,
    stock: {},
  };
  #within: TypesWithin | null = null;

  constructor(config: GatewayConfig, options: CompiledGatewayOptions = {}) {
    const { kept = 500, readSupergraph = buildSupergraph, onStock = () => undefined } = options;
    this.#operations = new RecentlyUsed(kept);
    this.#ways = new RecentlyUsed(kept);
    this.#onStock = onStock;
    this.inner = new ApolloGateway({
      ...config,
      experimental_didResolveQueryPlan: (resolved) => {
        config.experimental_didResolveQueryPlan?.(resolved);
        this.#takePlan(resolved);
      },
    });
    this.inner.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
      this.#operations.clear();
      this.#ways.clear();
      this.#within = typesOfSupergraph(() => readSupergraph(coreSupergraphSdl));
    });
  }

  counts(): Counts {
    return { ...this.#counts, stock: { ...this.#counts.stock }, kept: this.#ways.size };
  }

  /** Runs one operation. Rejects when it cannot be planned. */
  async execute(request: GatewayRequest): Promise<Outcome> {
    if (request.metrics.captureTraces) return this.#leave('traces', request);
    const operation = await this.#operationOf(request);
    if ('refused' in operation) return operation.refused;
    const way = operation.wayFor(request.request.variables ?? {});
    if ('refused' in way) return { errors: way.refused, unfit: [] };
    if ('leftFor' in way) return this.#leave(way.leftFor, request);
    this.#counts.compiled += 1;
    return way.execute({ request, sources: operation.sources, root: {}, errors: [] });
  }

  /**
   * Plans and compiles an operation before anybody asks for it; whoever does finds it done. `queryHash` is the SHA-256 of its text. Conditions are
   * taken as they stand where nobody says otherwise. Rejects when it cannot be planned.
   */
  async prepare(query: string, queryHash: string): Promise<void> {
    const { schema } = this.inner;
    const document = parse(query);
    const operation = getOperationAST(document);
    if (!schema || !operation) throw new Error('an operation is prepared alone, once there is a schema');
    const variables = fittingVariables(schema, operation);
    const operationName = operation.name?.value ?? null;
    const request = { queryHash, document, operationName, request: { query, variables }, metrics: {} };
    const prepared = await this.#operationOf(request as unknown as GatewayRequest);
    if ('refused' in prepared) throw new Error('the stock executor refused it');
    prepared.wayFor(variables);
  }

  async #operationOf(request: GatewayRequest): Promise<CompiledOperation | { refused: Outcome }> {
    const key = `${request.queryHash} ${request.operationName ?? ''}`;
    const known = this.#operations.get(key);
    if (known) return known;
    const within = this.#within;
    if (!within) throw new Error('the gateway has no schema yet');
    const found = await this.#plan(request);
    if ('refused' in found) return found;
    // a plan of a schema that was replaced meanwhile serves this request alone
    const isCurrent = within === this.#within;
    const ways = isCurrent ? this.#ways : new RecentlyUsed<Way>(1);
    const operation = new CompiledOperation(found, within, { ways, key });
    if (isCurrent) this.#operations.set(key, operation);
    return operation;
  }

  /** Has the stock executor make its plan, which it refuses for variables that do not fit. */
  async #plan(request: GatewayRequest): Promise<Found | { refused: Outcome }> {
    const slot: { found?: Found } = {};
    this.#waiting.set(request, slot);
    try {
      return { refused: toOutcome(await this.inner.executor(request)) };
    } catch (error) {
      if (error !== hasPlan || !slot.found) throw error;
      this.#counts.planned += 1;
      return slot.found;
    } finally {
      this.#waiting.delete(request);
    }
  }

  #takePlan({ queryPlan: plan, operationContext, requestContext, serviceMap: sources }: Resolved): void {
    const slot = this.#waiting.get(requestContext);
    if (!slot) return;
    slot.found = { ...operationContext, plan, sources };
    throw hasPlan;
  }

  async #leave(reason: Reason, request: GatewayRequest): Promise<Outcome> {
    const count = (this.#counts.stock[reason] ?? 0) + 1;
    this.#counts.stock[reason] = count;
    this.#onStock(reason, count, request);
    return toOutcome(await this.inner.executor(request));
  }
}

function buildSupergraph(sdl: string): GraphQLSchema {
  return buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
}
