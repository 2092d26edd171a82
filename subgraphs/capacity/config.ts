import { ConfigurationError, type Environment } from '../../platform/environment.js';
import { termTable, withDefaults, type TermTable } from './availability/freshness.rules.js';
import { holdTermsWithDefaults, holdTermTable, type HoldTermTable } from './hold-steps/hold-terms.rules.js';

export interface CapacityConfig {
  /** From what age a figure is AGING and STALE, per rung and method. */
  readonly freshness: TermTable;
  /** How long a provider may take to answer and a hold lasts, per rung. */
  readonly holdTerms: HoldTermTable;
}

/** Reads FRESHNESS_TERMS and HOLD_TERMS, JSON of the shapes of `FreshnessTerms` and `HoldTerms`; every part may be left out. */
export function toCapacityConfig(environment: Environment): CapacityConfig {
  return {
    freshness: termTable(
      readTerms(
        environment,
        'FRESHNESS_TERMS',
        withDefaults,
        '{"byRung":{"FOSTER":{"MACHINE":{"agingHours":24,"staleHours":72}}}}, with byMethod, crisis and byRung',
      ),
    ),
    holdTerms: holdTermTable(
      readTerms(
        environment,
        'HOLD_TERMS',
        holdTermsWithDefaults,
        '{"byRung":{"FOSTER":{"answerHours":24,"holdHours":72,"restHours":168}}}, with usual, crisis and byRung',
      ),
    ),
  };
}

function readTerms<T>(
  environment: Environment,
  name: string,
  withDefaultTerms: (given: unknown) => T | null,
  example: string,
): T {
  const text = environment[name] ?? '';
  try {
    const terms = withDefaultTerms(text === '' ? {} : JSON.parse(text));
    if (terms) return terms;
  } catch {
    // falls through: text that is not JSON is refused like terms that make no sense
  }
  throw new ConfigurationError(`${name} must be JSON such as ${example}.`);
}
