import { createHash } from 'node:crypto';
import { ApolloGateway, type GatewayConfig } from '@apollo/gateway';
import { execute, parse, type ExecutionResult, type GraphQLError, type GraphQLSchema } from 'graphql';
import { CompiledGateway, type CompiledGatewayOptions } from '../compiled-gateway.js';
import { toOutcome, type Outcome } from '../outcome.js';
import type { GatewayRequest } from '../plan/run.js';
import { fakeSubgraph, subgraphSchema, type Asked, type Spoil } from './fake-subgraph.js';
import type { TestSupergraph } from './supergraphs.js';
import { worldResolver, worldType } from './world.js';
import type { WrittenOperation } from './write-operation.js';

/** What came of an operation, and what subgraphs were asked for it. */
export interface Ran {
  readonly outcome: Outcome;
  readonly asked: readonly Asked[];
}

/** The stock executor and the compiled one over the same subgraphs. */
export interface BothExecutors {
  readonly schema: GraphQLSchema;
  readonly compiled: CompiledGateway;
  /** What the stock executor makes of it is null where it fails, and that of both where nothing can be planned. */
  ask(
    operation: WrittenOperation,
    spoil: Spoil,
  ): Promise<{ readonly stock: Ran | null; readonly compiled: Ran | null }>;
  /** What graphql-js answers over the whole schema at once. */
  askWorld(operation: WrittenOperation): ExecutionResult;
  stop(): Promise<void>;
}

const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function nothing(): void {
  // a test says what it has to say itself
}

export async function bothExecutors(
  { sdl, supergraph, world }: TestSupergraph,
  options: CompiledGatewayOptions = {},
): Promise<BothExecutors> {
  const schemas = new Map(Object.entries(sdl).map(([name, text]) => [name, subgraphSchema(text)]));
  const config: GatewayConfig = {
    supergraphSdl: supergraph,
    buildService: ({ name }) => fakeSubgraph(name, schemas.get(name) ?? missing(name), world),
    logger: silent,
  };
  const gateway = new ApolloGateway(config);
  const compiled = new CompiledGateway(config, options);
  const { schema } = await gateway.load();
  await compiled.inner.load();
  return {
    schema,
    compiled,
    async ask(operation, spoil) {
      const stock = ran(operation, spoil, schema, async (request) => toOutcome(await gateway.executor(request)));
      const own = ran(operation, spoil, schema, (request) => compiled.execute(request));
      return { stock: await stock.catch(() => null), compiled: await own.catch(orUnplanned) };
    },
    askWorld: ({ query, variables }) =>
      execute({
        schema,
        document: parse(query),
        variableValues: variables,
        fieldResolver: worldResolver(world),
        typeResolver: worldType,
      }) as ExecutionResult,
    stop: async () => {
      await gateway.stop();
      await compiled.inner.stop();
    },
  };
}

async function ran(
  operation: WrittenOperation,
  spoil: Spoil,
  schema: GraphQLSchema,
  run: (request: GatewayRequest) => Promise<Outcome>,
): Promise<Ran> {
  const asked: Asked[] = [];
  const { data, errors, unfit } = await run(requestOf(operation, schema, { spoil, asked }));
  return { outcome: { data, errors: errors.map(formatted), unfit }, asked };
}

/** The planner has faults of its own: what it asserts in vain keeps an operation from being planned at all. */
function orUnplanned(error: unknown): null {
  if (error instanceof Error && /buildPlan|graphPath/.test(error.stack ?? '')) return null;
  throw error;
}

function formatted(error: unknown): unknown {
  const { message, path, extensions } = error as GraphQLError;
  return { message, path, extensions };
}

/** A request as Apollo Server hands it over, as far as a gateway reads it. */
export function requestOf(
  { query, variables }: WrittenOperation,
  schema: GraphQLSchema,
  context: object,
): GatewayRequest {
  return {
    request: { query, variables: { ...variables } },
    document: parse(query),
    source: query,
    queryHash: createHash('sha256').update(query).digest('hex'),
    operationName: null,
    metrics: {},
    logger: silent,
    schema,
    context,
  } as unknown as GatewayRequest;
}

function missing(name: string): never {
  throw new Error(`no subgraph ${name}`);
}
