import { counter, durations } from '../telemetry/metrics.js';
import type { OutboxEvent } from './consumer.js';

const delays = durations('outbox_delay_seconds', 'How long after it was written an event was told to everybody.', [
  'schema',
]);
const parkings = counter('outbox_parked_total', 'Events that were given up, and wait for the operator.', ['schema']);

/** Notes how late the events of a batch were told, and how many were given up. */
export function noteRelayed(
  schema: string,
  events: readonly OutboxEvent[],
  taken: readonly number[],
  parked: number,
): void {
  const told = new Set(taken);
  for (const { id, occurredAt } of events)
    if (told.has(id)) delays.observe({ schema }, Math.max(0, Date.now() - occurredAt.getTime()) / 1_000);
  parkings.inc({ schema }, parked);
}
