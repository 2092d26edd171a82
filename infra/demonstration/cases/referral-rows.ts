import { createHash } from 'node:crypto';
import type { ConsentRow } from '../../../subgraphs/cases/consent/consent.entity.js';
import type { ConsentParty, ConsentPurpose } from '../../../subgraphs/cases/consent/consent.vocabulary.js';
import { newPseudonym } from '../../../subgraphs/cases/referral/pseudonym/pseudonym.rules.js';
import type { PseudonymRow, ReferralRow } from '../../../subgraphs/cases/referral/referral.entity.js';
import { organisationByKey } from '../organisations.js';
import { demonstrationId } from '../random.js';
import { daysBefore, type LoadingDay } from './calendar.js';
import type { StoredCase } from './case-rows.js';

type Agreement = readonly [number: string, by: ConsentParty, purpose: ConsentPurpose, withdrawn?: 'withdrawn'];

/** The case of the first search may be put before providers; of the second one party has still to agree, of the third one said no. */
const agreements: readonly Agreement[] = [
  ['FL-26-0042', 'YOUTH', 'SHARING_WITH_PROVIDER'],
  ['FL-26-0042', 'PARENT', 'SHARING_WITH_PROVIDER'],
  ['FL-26-0042', 'YOUTH', 'GIVING_HELP'],
  ['FL-26-0042', 'PARENT', 'GIVING_HELP'],
  ['FL-26-0038', 'GUARDIAN', 'SHARING_WITH_PROVIDER'],
  ['FL-26-0017', 'PARENT', 'SHARING_WITH_PROVIDER', 'withdrawn'],
];

const referred = { number: 'FL-26-0042', organisation: 'rietvink', days: 28 } as const;

/** What was agreed to for some of the cases, and one of them before a provider. */
export function demonstrationReferrals(cases: readonly StoredCase[], day: LoadingDay) {
  const consents = agreements.map((agreement) => consentOf(cases, agreement, day));
  const { id: caseId } = caseOf(cases, referred.number);
  const organisationId = organisationByKey(referred.organisation).id;
  const pseudonym: PseudonymRow = { caseId, organisationId, pseudonym: newPseudonym(bitsOf(caseId)) };
  const referral: ReferralRow = {
    ...{ id: demonstrationId(`referral:${referred.number}`), caseId, organisationId, offerId: null, holdId: null },
    ground: 'CONSENT',
    consentIds: consents
      .filter((one) => one.caseId === caseId && one.purpose === 'SHARING_WITH_PROVIDER')
      .map(({ id }) => id),
    madeAt: daysBefore(day, 1, 600),
    expiresAt: daysBefore(day, 1 - referred.days, 600),
    withdrawnAt: null,
    ...{ acceptedAt: null, declinedAt: null, declineReason: null },
  };
  return { consents, pseudonyms: [pseudonym], referrals: [referral] };
}

function consentOf(
  cases: readonly StoredCase[],
  [number, by, purpose, withdrawn]: Agreement,
  day: LoadingDay,
): ConsentRow {
  const { id: caseId, ownerOrganisationId } = caseOf(cases, number);
  return {
    ...{ id: demonstrationId(`consent:${number}:${by}:${purpose}`), caseId, by, purpose },
    givenAt: daysBefore(day, 5, 600),
    validUntil: null,
    recordedAt: daysBefore(day, 5, 630),
    recordedByOrganisationId: ownerOrganisationId ?? '',
    withdrawnAt: withdrawn ? daysBefore(day, 2, 700) : null,
  };
}

function caseOf(cases: readonly StoredCase[], wanted: string): StoredCase {
  const found = cases.find(({ number }) => number === wanted);
  if (!found) throw new Error(`there is no case ${wanted}`);
  return found;
}

/** Forty bits that are the same on every machine. */
function bitsOf(name: string): Uint8Array {
  return createHash('sha256').update(name).digest().subarray(0, 5);
}
