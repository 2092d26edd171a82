import type { ApolloGateway, GraphQLDataSource } from '@apollo/gateway';
import type { Row } from '../rows.js';
import type { Places } from './fetch-errors.js';

/** What Apollo Server hands over of one request. */
export type GatewayRequest = Parameters<ApolloGateway['executor']>[0];

/** One operation while it runs. */
export interface Run {
  readonly request: GatewayRequest;
  readonly sources: Readonly<Record<string, GraphQLDataSource>>;
  /** All that was fetched, as subgraphs gave it. */
  readonly root: Row;
  /** What subgraphs reported, and what kept them from answering. */
  readonly errors: unknown[];
}

/** Runs a part of a plan for the objects that it concerns. Never rejects. */
export type Step = (run: Run, objects: readonly Row[]) => Promise<void>;

/** What a data source is told beyond what @apollo/gateway tells it: it may use it, and need not. */
export interface CompiledFetch {
  /** The whole request as JSON: `query`, `variables` and `operationName`. */
  readonly body: string;
  /** Where in the whole answer stands what is asked for. Looks for it when it is called, which is for errors only. */
  readonly places: () => Places;
}

/** What a data source is given for one fetch. */
export type FetchOptions = Parameters<GraphQLDataSource['process']>[0] & { readonly compiled?: CompiledFetch };
