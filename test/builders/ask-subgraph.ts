import { graphql } from 'graphql';
import type { Caller } from '../../platform/identity/caller.js';
import { unforeseen } from '../../platform/subgraph/subgraph-errors.js';
import type { Subgraph } from '../../platform/subgraph/subgraph-endpoint.js';

/** What a subgraph answers, as a client would read it. */
export interface SubgraphReply {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { code: unknown; path: string | undefined; message: string }[];
}

/** Asks one subgraph past the gateway, as a caller. */
export async function askSubgraph(
  subgraph: Subgraph,
  caller: Caller,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<SubgraphReply> {
  const { data, errors } = await subgraph.inContext(caller, (contextValue) =>
    graphql({ schema: subgraph.schema, source, variableValues, contextValue }),
  );
  return {
    data: JSON.parse(JSON.stringify(data ?? null)) as Record<string, unknown> | null,
    errors: (errors ?? []).map((error) => ({
      code: error.extensions['code'] ?? unforeseen(error).code,
      path: error.path?.join('.'),
      message: error.message,
    })),
  };
}
