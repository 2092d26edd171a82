import type { RowFault } from '../../input/row-fault.js';
import { adviceFault } from '../advice/advice.rules.js';
import { valueOf, type Reading } from './values.rules.js';

type Readings<V> = { readonly [column in keyof V]: Reading<unknown, string> };

/** The values of a row by their columns, null where there is none or none can be read, and a fault for each that cannot. */
export function readColumns<V>(readings: Readings<V>): { values: V; faults: RowFault[] } {
  const entries = Object.entries<Reading<unknown, string>>(readings);
  const values = entries.map(([column, reading]) => [column, valueOf(reading)]);
  const faults = entries.flatMap(([column, reading]) =>
    'advice' in reading ? [adviceFault(column, reading.advice)] : [],
  );
  return { values: Object.fromEntries(values) as V, faults };
}
