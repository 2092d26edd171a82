import type { ConsentRow } from '../../../subgraphs/cases/consent/consent.entity.js';
import { newPseudonym } from '../../../subgraphs/cases/referral/pseudonym/pseudonym.rules.js';
import type { PseudonymRow, ReferralRow } from '../../../subgraphs/cases/referral/referral.entity.js';
import { idOf } from './case.js';

const writtenOn = new Date(Date.UTC(2026, 0, 2));

/** Consent of the youth to sharing: the nth, for the nth case, without an end. */
export function consentRow(n: number, other: Partial<ConsentRow> = {}): ConsentRow {
  return {
    id: idOf(n),
    caseId: idOf(n),
    purpose: 'SHARING_WITH_PROVIDER',
    by: 'YOUTH',
    givenAt: writtenOn,
    validUntil: null,
    recordedAt: writtenOn,
    recordedByOrganisationId: idOf(901),
    withdrawnAt: null,
    ...other,
  };
}

/** The nth case before provider 801, on the nth consent and far into the future; with the pseudonym that it needs. */
export function referralRow(n: number, other: Partial<ReferralRow> = {}): ReferralRow {
  return {
    id: idOf(n),
    caseId: idOf(n),
    organisationId: idOf(801),
    offerId: null,
    holdId: null,
    ground: 'CONSENT',
    consentIds: [idOf(n)],
    madeAt: writtenOn,
    expiresAt: new Date(Date.UTC(2099, 0, 1)),
    withdrawnAt: null,
    acceptedAt: null,
    declinedAt: null,
    declineReason: null,
    ...other,
  };
}

/** A pseudonym for each pair of a case and a provider in these referrals. */
export function pseudonymsOf(referrals: readonly ReferralRow[]): PseudonymRow[] {
  const pairs = new Map(
    referrals.map(({ caseId, organisationId }) => [`${caseId} ${organisationId}`, { caseId, organisationId }]),
  );
  return [...pairs.values()].map((pair) => ({ ...pair, pseudonym: newPseudonym() }));
}
