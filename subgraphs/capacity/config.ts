import { ConfigurationError, type Environment } from '../../platform/environment.js';
import {
  areTermsValid,
  defaultFreshnessTerms,
  termTable,
  type FreshnessTerms,
  type TermTable,
} from './availability/freshness.rules.js';

export interface CapacityConfig {
  /** From what age a figure is AGING and STALE, per rung and method. */
  readonly freshness: TermTable;
}

/** Reads FRESHNESS_TERMS, JSON of the shape of `FreshnessTerms` in which every part may be left out. */
export function toCapacityConfig(environment: Environment): CapacityConfig {
  const freshness = termTable({ ...defaultFreshnessTerms, ...parseTerms(environment['FRESHNESS_TERMS']) });
  if (!areTermsValid(freshness)) {
    throw new ConfigurationError('FRESHNESS_TERMS must give hours above 0, staleHours not below agingHours.');
  }
  return { freshness };
}

function parseTerms(text: string | undefined): Partial<FreshnessTerms> {
  if (text === undefined || text === '') return {};
  try {
    return JSON.parse(text) as Partial<FreshnessTerms>;
  } catch {
    throw new ConfigurationError(
      'FRESHNESS_TERMS must be JSON: {"byMethod": {...}, "crisis": {...}, "byRung": {...}}.',
    );
  }
}
