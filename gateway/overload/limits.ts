import { ConfigurationError, type Environment } from '../../platform/process/environment.js';
import { isRecord } from '../subgraph-link/read-result.js';
import type { AdmissionLimits } from './admission.js';

/**
 * With how many at once the hub gives the most answers a second: more would wait for each other, and be late together, and keep whoever is sent away
 * waiting for it. Where the figures come from: docs/decisions/0038-overload.md.
 */
export const defaultAdmission: AdmissionLimits = { broker: 16, provider: 12, dashboard: 8 };

const most = 10_000;

/** Reads UNDERWAY, JSON of the shape of `AdmissionLimits`; what is left out keeps its default. */
export function toAdmissionLimits(environment: Environment): AdmissionLimits {
  const text = environment['UNDERWAY'] ?? '';
  const given = text === '' ? {} : parsed(text);
  const limits = { ...defaultAdmission, ...given };
  const isKnown = Object.keys(given).every((name) => name in defaultAdmission);
  const isWhole = Object.values(limits).every((value) => Number.isInteger(value) && value >= 1 && value <= most);
  if (isKnown && isWhole) return limits;
  throw new ConfigurationError('UNDERWAY must be JSON such as {"broker":16,"provider":12,"dashboard":8}.');
}

function parsed(text: string): Readonly<Record<string, number>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value as Record<string, number>;
  } catch {
    // falls through: text that is not JSON is refused like limits that make no sense
  }
  return { unreadable: 0 };
}
