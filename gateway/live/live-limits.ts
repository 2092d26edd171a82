/** How much goes on at once. A stream costs some 30 kB, and a run of its queries as much as a request. */
export const liveLimits = {
  /** Streams of one gateway. */
  streams: 2_000,
  /** Streams of one caller, tabs, in one process: they are spread over workers as they come. */
  ofOne: 12,
  /** Queries of one stream. */
  queries: 8,
  /** Queries that are run at once, so that requests pass in between: those that open or show the very thing that changed, and others. */
  nearRuns: 4,
  farRuns: 2,
  /** How long a query waits for its turn to run, in milliseconds, before it tries again. */
  patienceMs: 30_000,
  /** Between two runs of one query, in milliseconds: many changes are one run. */
  restMs: 500,
  /** After how many milliseconds it is looked again whether a caller is still who it was. */
  lookMs: 10_000,
  /** Before an answer that lacked something is asked again, in milliseconds: longer each time, up to the second. */
  againMs: [2_000, 10_000],
  /** How long a client may take nothing, in milliseconds. */
  stuckMs: 30_000,
} as const;
