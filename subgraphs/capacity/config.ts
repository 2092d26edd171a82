import { ConfigurationError, type Environment } from '../../platform/environment.js';
import { termTable, withDefaults, type FreshnessTerms, type TermTable } from './availability/freshness.rules.js';

export interface CapacityConfig {
  /** From what age a figure is AGING and STALE, per rung and method. */
  readonly freshness: TermTable;
}

/** Reads FRESHNESS_TERMS, JSON of the shape of `FreshnessTerms` in which every part may be left out. */
export function toCapacityConfig(environment: Environment): CapacityConfig {
  return { freshness: termTable(readTerms(environment['FRESHNESS_TERMS'] ?? '')) };
}

function readTerms(text: string): FreshnessTerms {
  try {
    const terms = withDefaults(text === '' ? {} : JSON.parse(text));
    if (terms) return terms;
  } catch {
    // falls through: text that is not JSON is refused like terms that make no sense
  }
  throw new ConfigurationError(
    'FRESHNESS_TERMS must be JSON such as {"byRung":{"FOSTER":{"MACHINE":{"agingHours":24,"staleHours":72}}}}, with byMethod, crisis and byRung.',
  );
}
