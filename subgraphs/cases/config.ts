import { ConfigurationError, integer, type Environment } from '../../platform/process/environment.js';
import { SharingGround } from './referral/referral.vocabulary.js';

export interface CasesConfig {
  /** For how many days a case lies before a provider, unless something else is asked. */
  readonly referralDays: number;
  /** For how many days a case that was closed is kept. */
  readonly retentionDays: number;
  /** The grounds on which a case may be put before a provider. */
  readonly sharingGrounds: readonly SharingGround[];
}

/** The duty to the college is not among them: whether it is a ground for telling providers is for a lawyer to say. */
const usualGrounds = 'CONSENT,SECURE_AUTHORISATION,PROTECTION_MEASURE,PROBATION';

/** Reads CASE_RETENTION_DAYS, 30 to 3650: for how many days a case that was closed is kept. */
export function retentionDays(environment: Environment): number {
  return integer(environment, 'CASE_RETENTION_DAYS', { default: 90, min: 30, max: 3_650 });
}

/** Reads CASE_RETENTION_DAYS, REFERRAL_DAYS, 1 to 90, and SHARING_GROUNDS, codes with commas between. */
export function toCasesConfig(environment: Environment): CasesConfig {
  const named = (environment['SHARING_GROUNDS'] ?? usualGrounds).split(',').map((ground) => ground.trim());
  const sharingGrounds = SharingGround.codes.filter((ground) => named.includes(ground));
  if (sharingGrounds.length !== named.length)
    throw new ConfigurationError(`SHARING_GROUNDS must be some of ${SharingGround.codes.join(',')}.`);
  return {
    referralDays: integer(environment, 'REFERRAL_DAYS', { default: 28, min: 1, max: 90 }),
    retentionDays: retentionDays(environment),
    sharingGrounds,
  };
}
