import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** All that this process counts. Labels are names of the code (routes, operations, codes), never anything of a request. */
export const registry = new Registry();

/** From a statement of a millisecond to an answer that nobody waits for, in seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const prefix = 'thuisbasis_';

/** Names are without the prefix of the product, and end as Prometheus wants it: `_total` here. */
export function counter<const Label extends string>(name: string, help: string, labels: readonly Label[]) {
  return new Counter<Label>({ name: prefix + name, help, labelNames: [...labels], registers: [registry] });
}

/** How long something takes; the name ends in `_seconds`. */
export function durations<const Label extends string>(name: string, help: string, labels: readonly Label[]) {
  return new Histogram<Label>({ name: prefix + name, help, labelNames: [...labels], buckets, registers: [registry] });
}

/** A value that is known at any moment. Whoever owns it says so by `read`, each time that somebody looks, until it is closed. */
export function watched<const Label extends string>(name: string, help: string, labels: readonly Label[]) {
  const readers = new Set<(gauge: Gauge<Label>) => void>();
  const gauge = new Gauge<Label>({
    name: prefix + name,
    help,
    labelNames: [...labels],
    registers: [registry],
    collect() {
      gauge.reset();
      for (const read of readers) read(gauge);
    },
  });
  return (read: (gauge: Gauge<Label>) => void): (() => void) => {
    readers.add(read);
    return () => void readers.delete(read);
  };
}

/** Adds what Node.js knows of this process: memory, processor, delay of its event loop, pauses of the garbage collector. */
export function countProcess(): void {
  if (!isProcessCounted) collectDefaultMetrics({ register: registry, prefix });
  isProcessCounted = true;
}

let isProcessCounted = false;
