import type { AuditTrail, Grounds } from '../../../../platform/audit/audit-trail.js';
import type { SeenReferral } from './referral.read-model.js';
import type { SharingGround } from '../referral.vocabulary.js';

/** On what ground a provider is told, as the audit has it: where there is another ground no consent is asked. */
export function groundsOf(ground: SharingGround): Grounds {
  return ground === 'CONSENT' ? { hasConsent: true, consentProfile: ground } : { consentProfile: ground };
}

/** Notes who was told of referrals: a provider on the ground of each, who works on the case as part of that work. */
export function noteReferrals(audit: AuditTrail, rows: readonly SeenReferral[]): void {
  for (const { id, caseId, ground } of rows)
    audit.read('Referral', [id], caseId === null ? groundsOf(ground) : undefined);
}
