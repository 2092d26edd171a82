import type { Caller } from '../../../platform/identity/caller.js';
import { HubError } from '../../../platform/errors/errors.js';
import { belongsTo } from '../access/visibility.rules.js';
import type { CaseReadModel } from '../case/reading/case.read-model.js';
import { pastMoment } from '../lists/moments.rules.js';
import type { ReferralStore } from '../referral/referral.store.js';
import type { ConsentKey, ConsentStore, NewConsent } from './consent.store.js';

export type GivenConsent = Omit<NewConsent, 'recordedByOrganisationId'>;

/** What was withdrawn, and what ended with it. */
export interface Withdrawn {
  readonly consentIds: readonly string[];
  readonly referralIds: readonly string[];
}

interface Stores {
  readonly cases: CaseReadModel;
  readonly consents: ConsentStore;
  readonly referrals: ReferralStore;
}

/** What the owner of a case and its brokers do with consent, in the transaction of the request. */
export function consentService({ cases, consents, referrals }: Stores) {
  return {
    /** Writes down what the organisation that brought the case was told. Throws NOT_FOUND, CASE_CLOSED or BAD_USER_INPUT. */
    async record(caller: Caller, given: GivenConsent): Promise<string> {
      const { ownerOrganisationId, status } = await cases.findOne(caller, given.caseId);
      if (ownerOrganisationId === null || !belongsTo(caller, ownerOrganisationId)) throw new HubError('NOT_FOUND');
      if (status === 'CLOSED') throw new HubError('CASE_CLOSED');
      const givenAt = momentOfConsent(given, await consents.now());
      return consents.add({ ...given, givenAt, recordedByOrganisationId: ownerOrganisationId });
    },

    /** A no is a no: all that the party gave for this ends, and what rested on it. Throws NOT_FOUND when nothing of it holds. */
    async withdraw(caller: Caller, key: ConsentKey): Promise<Withdrawn> {
      await cases.findOne(caller, key.caseId);
      const consentIds = await consents.withdraw(caller, key);
      if (consentIds.length === 0) throw new HubError('NOT_FOUND');
      return { consentIds, referralIds: await referrals.endRestingOn(caller, consentIds) };
    },
  };
}

/** When it was given; it ends later than that, and not before now. */
function momentOfConsent({ givenAt, validUntil }: GivenConsent, now: Date): Date {
  if (validUntil !== null && (validUntil <= now || validUntil <= givenAt))
    throw new HubError('BAD_USER_INPUT', { field: 'validUntil', expected: '> givenAt, > 0 min' });
  return pastMoment('givenAt', givenAt, now);
}
