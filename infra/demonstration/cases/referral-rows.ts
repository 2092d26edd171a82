import { createHash } from 'node:crypto';
import type { ConsentRow } from '../../../subgraphs/cases/consent/consent.entity.js';
import type { ConsentParty, ConsentPurpose } from '../../../subgraphs/cases/consent/consent.vocabulary.js';
import { newPseudonym } from '../../../subgraphs/cases/referral/pseudonym/pseudonym.rules.js';
import type { PseudonymRow, ReferralRow } from '../../../subgraphs/cases/referral/referral.entity.js';
import { offerId } from '../capacity-offers.js';
import { organisationByKey } from '../organisations.js';
import { demonstrationId } from '../random.js';
import { daysBefore, workdayBefore, type LoadingDay } from './calendar.js';
import { caseOf, type StoredCase } from './case-rows.js';

interface Agreement {
  readonly number: string;
  readonly by: ConsentParty;
  readonly purpose: ConsentPurpose;
  readonly days: number;
  /** How many days ago it was taken back. */
  readonly withdrawn?: number;
}

/** Before whom a case lies or lay, in days before the loading. */
interface Before {
  readonly number: string;
  readonly organisation: string;
  readonly madeDays: number;
  /** For how many days. */
  readonly term: number;
}

const waiting = { number: 'FL-26-0042', organisation: 'rietvink', madeDays: 1, term: 28 } as const satisfies Before;

/** The one that the provider said yes to, and of which care came. */
export const careReferral = {
  ...{ number: 'FL-26-0030', organisation: 'zeilwagen', offer: 'ambulatory-4' },
  ...{ madeDays: 80, term: 90, acceptedDays: 77 },
} as const satisfies Before & { readonly offer: string; readonly acceptedDays: number };

/** The case of the first search and that in which care is under way may be put before providers; of the third one party has still to agree, of the fourth one said no. */
const agreements: readonly Agreement[] = [
  ...agreed(waiting.number, 5),
  ...agreed(careReferral.number, 86),
  { number: 'FL-26-0038', by: 'GUARDIAN', purpose: 'SHARING_WITH_PROVIDER', days: 5 },
  { number: 'FL-26-0017', by: 'PARENT', purpose: 'SHARING_WITH_PROVIDER', days: 5, withdrawn: 2 },
];

function agreed(number: string, days: number): Agreement[] {
  const purposes: ConsentPurpose[] = ['SHARING_WITH_PROVIDER', 'GIVING_HELP'];
  return purposes.flatMap((purpose) => [
    { number, by: 'YOUTH', purpose, days },
    { number, by: 'PARENT', purpose, days },
  ]);
}

/** What was agreed to for some of the cases, and two of them before a provider: one waits, to one it said yes. */
export function demonstrationReferrals(cases: readonly StoredCase[], day: LoadingDay) {
  const consents = agreements.map((agreement) => consentOf(cases, agreement, day));
  const referral = (before: Before): ReferralRow => referralOf(caseOf(cases, before.number), before, consents, day);
  const { organisation, offer, acceptedDays } = careReferral;
  const referrals: ReferralRow[] = [
    referral(waiting),
    {
      ...referral({ ...careReferral, madeDays: workdayBefore(day, careReferral.madeDays) }),
      ...{ offerId: offerId(organisation, offer), acceptedAt: daysBefore(day, workdayBefore(day, acceptedDays), 900) },
    },
  ];
  return { consents, pseudonyms: referrals.map(pseudonymOf), referrals };
}

export const referralId = (number: string): string => demonstrationId(`referral:${number}`);

function referralOf(
  { id: caseId, number }: StoredCase,
  { organisation, madeDays, term }: Before,
  consents: readonly ConsentRow[],
  day: LoadingDay,
): ReferralRow {
  return {
    ...{ id: referralId(number), caseId, organisationId: organisationByKey(organisation).id },
    ...{ offerId: null, holdId: null, ground: 'CONSENT' },
    consentIds: consents
      .filter((one) => one.caseId === caseId && one.purpose === 'SHARING_WITH_PROVIDER')
      .map(({ id }) => id),
    madeAt: daysBefore(day, madeDays, 600),
    expiresAt: daysBefore(day, madeDays - term, 600),
    withdrawnAt: null,
    ...{ acceptedAt: null, declinedAt: null, declineReason: null },
  };
}

function pseudonymOf({ caseId, organisationId }: ReferralRow): PseudonymRow {
  return { caseId, organisationId, pseudonym: newPseudonym(bitsOf(caseId)) };
}

function consentOf(
  cases: readonly StoredCase[],
  { number, by, purpose, days, withdrawn }: Agreement,
  day: LoadingDay,
): ConsentRow {
  const { id: caseId, ownerOrganisationId } = caseOf(cases, number);
  return {
    ...{ id: demonstrationId(`consent:${number}:${by}:${purpose}`), caseId, by, purpose },
    givenAt: daysBefore(day, days, 600),
    validUntil: null,
    recordedAt: daysBefore(day, days, 630),
    recordedByOrganisationId: ownerOrganisationId ?? '',
    withdrawnAt: withdrawn === undefined ? null : daysBefore(day, withdrawn, 700),
  };
}

/** Forty bits that are the same on every machine. */
function bitsOf(name: string): Uint8Array {
  return createHash('sha256').update(name).digest().subarray(0, 5);
}
