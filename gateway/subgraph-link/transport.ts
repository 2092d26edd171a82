import type { Readable } from 'node:stream';
import type { RoadAnswer } from '../../platform/subgraph/roads/road.js';
import type { SubgraphAnswer } from '../../platform/subgraph/subgraph-endpoint.js';

/** One way to reach a subgraph. Rejects with a SubgraphFault, the signal's own reason included. */
export interface SubgraphTransport {
  /** Sends one GraphQL request, `authorization` being the whole header with the gateway's word for this body. */
  send(body: string, authorization: string, signal: AbortSignal): Promise<SubgraphAnswer>;
  /** Sends a body along a road of the subgraph as it comes in; `head` is what the authorization is for. */
  travel(head: string, body: Readable, authorization: string, signal: AbortSignal): Promise<RoadAnswer>;
  /** 200 when the subgraph and its database answer, 503 when only the subgraph does. */
  ready(authorization: string, signal: AbortSignal): Promise<number>;
  /** Closes what the transport itself opened. */
  close(): Promise<void>;
}
