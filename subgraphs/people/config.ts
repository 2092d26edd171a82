import { integer, type Environment } from '../../platform/process/environment.js';
import type { ConfirmationTerms } from './professional/freshness.rules.js';

export interface PeopleConfig {
  /** From what age what is told of a professional is AGING and STALE. */
  readonly confirmation: ConfirmationTerms;
}

/** Reads PROFESSIONAL_AGING_DAYS and PROFESSIONAL_STALE_DAYS. Throws a ConfigurationError for what is no number of days; what is stale is never younger than what ages. */
export function toPeopleConfig(environment: Environment): PeopleConfig {
  const agingDays = integer(environment, 'PROFESSIONAL_AGING_DAYS', { default: 90, min: 1, max: 3_650 });
  const staleDays = integer(environment, 'PROFESSIONAL_STALE_DAYS', {
    ...{ default: Math.max(180, agingDays), min: agingDays, max: 3_650 },
  });
  return { confirmation: { agingDays, staleDays } };
}
