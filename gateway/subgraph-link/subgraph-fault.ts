/** How a subgraph can fail to answer. What it said, and where it lives, stays inside. */
export type FaultCode =
  'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_ANSWER_INVALID' | 'DATABASE_UNAVAILABLE';

/** A subgraph gave no usable answer: what opens its circuit. */
export class SubgraphFault extends Error {
  override readonly name = 'SubgraphFault';

  constructor(
    readonly code: FaultCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
