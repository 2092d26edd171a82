import { counter, watched } from '../telemetry/metrics.js';

const rounds = counter('background_rounds_total', 'Rounds of work that nobody asked for, by what came of them.', [
  'part',
  'task',
  'outcome',
]);

const watchSuccess = watched('background_success_age_seconds', 'How long ago background work last succeeded.', [
  'part',
  'task',
]);

/** A task of a part of the hub, such as a subgraph. */
export interface Task {
  readonly part: string;
  readonly task: string;
}

const succeeded = new Map<string, Task & { readonly at: number }>();

watchSuccess((gauge) => {
  for (const { part, task, at } of succeeded.values()) gauge.set({ part, task }, (performance.now() - at) / 1_000);
});

/** Notes what came of a round, so that work that stopped succeeding is seen. */
export function noteRound({ part, task }: Task, hasSucceeded: boolean): void {
  rounds.inc({ part, task, outcome: hasSucceeded ? 'succeeded' : 'failed' });
  if (hasSucceeded) succeeded.set(`${part} ${task}`, { part, task, at: performance.now() });
}
