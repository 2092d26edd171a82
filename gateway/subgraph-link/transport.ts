import type { SubgraphAnswer } from '../../platform/subgraph-endpoint.js';

/** One way to reach a subgraph. Rejects with a SubgraphFault, the signal's own reason included. */
export interface SubgraphTransport {
  /** Sends one GraphQL request, `authorization` being the whole header with the gateway's word for this body. */
  send(body: string, authorization: string, signal: AbortSignal): Promise<SubgraphAnswer>;
  /** 200 when the subgraph and its database answer, 503 when only the subgraph does. */
  ready(authorization: string, signal: AbortSignal): Promise<number>;
  /** Closes what the transport itself opened. */
  close(): Promise<void>;
}
