import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import type { DeclineReason } from '../../../../vocabulary/decline-reason.js';
import { providerOf } from '../../access/visibility.rules.js';
import { assertMayBegin } from '../../access/work.rules.js';
import type { CaseRow } from '../../case/case.entity.js';
import type { CaseReadModel } from '../../case/reading/case.read-model.js';
import type { ResidentialGate } from '../../checklist/residential-gate.js';
import type { CasesConfig } from '../../config.js';
import { counts, partiesMissing } from '../../consent/consent.rules.js';
import type { ConsentStore, RecordedRow } from '../../consent/consent.store.js';
import { referredPlace } from '../../known/referred-place.service.js';
import type { KnownPlaces } from '../../known/known-places.read-model.js';
import type { PseudonymStore } from '../pseudonym/pseudonym.store.js';
import type { ReferralReadModel } from '../reading/referral.read-model.js';
import type { NewReferral, ReferralStore } from '../referral.store.js';

/** What is asked; without a term it is the one that is configured. */
export type AskedReferral = Omit<NewReferral, 'consentIds' | 'days' | 'isAccepted'> & { readonly days: number | null };

interface Parts {
  readonly cases: CaseReadModel;
  readonly referrals: ReferralStore;
  readonly pseudonyms: PseudonymStore;
  readonly read: ReferralReadModel;
  readonly consents: ConsentStore;
  readonly places: KnownPlaces;
  readonly gate: ResidentialGate;
  readonly config: CasesConfig;
}

/** What the owner of a case and its brokers do with referrals, in the transaction of the request. */
export function referralService({ cases, referrals, pseudonyms, read, consents, gate, places, config }: Parts) {
  /** The newest consent of each party that counts. Throws CONSENT_MISSING when one is lacking. */
  const consentOf = async (caller: Caller, file: CaseRow): Promise<string[]> => {
    const recorded = (await consents.findByCaseIds(caller, [file.id])).get(file.id) ?? [];
    const given = newestOfEach(recorded.filter((one) => isForSharing(one) && counts(file.age, one.by)));
    const missing = partiesMissing(
      file.age,
      given.map(({ by }) => by),
    );
    if (missing.length > 0) throw new HubError('CONSENT_MISSING', { missing: missing.join(', ') });
    return given.map(({ id }) => id);
  };

  return {
    /**
     * Puts a case before one provider. Throws NOT_FOUND, CASE_CLOSED, CASE_RESTRICTED, PROVIDER_NOT_KNOWN, HOLD_NOT_KNOWN,
     * CHECKLIST_INCOMPLETE, CONSENT_MISSING, GROUND_NOT_ACCEPTED, GROUND_NOT_IN_CASE or ALREADY_REFERRED.
     */
    async refer(caller: Caller, { days, ...asked }: AskedReferral): Promise<string> {
      const file = await cases.findOne(caller, asked.caseId);
      assertMayBegin(caller, file);
      await gate.assertWeighed(file, asked.offerId);
      if (!config.sharingGrounds.includes(asked.ground))
        throw new HubError('GROUND_NOT_ACCEPTED', { accepted: config.sharingGrounds.join(', ') });
      const consentIds = asked.ground === 'CONSENT' ? await consentOf(caller, file) : [];
      if (!(await referrals.groundHolds(file.id, asked.ground, consentIds))) throw new HubError('GROUND_NOT_IN_CASE');
      const place = await referredPlace(places, asked);
      await referrals.endLapsed(caller, file.id, asked.organisationId);
      await pseudonyms.give(file.id, asked.organisationId);
      return referrals.add({ ...asked, ...place, consentIds, days: days ?? config.referralDays }, file.region);
    },

    /** The provider's yes or, with a reason, no. Throws NOT_FOUND, HOLD_ANSWERS or STATE_CONFLICT. */
    async answer(caller: Caller, referralId: string, reason: DeclineReason | null): Promise<string> {
      const referral = (await read.findByIds(caller, isUuid(referralId) ? [referralId] : [])).get(referralId);
      if (referral?.organisationId !== providerOf(caller)) throw new HubError('NOT_FOUND');
      if (referral.holdId !== null) throw new HubError('HOLD_ANSWERS');
      if (!(await referrals.answer(caller, referralId, reason)))
        throw new HubError('STATE_CONFLICT', { state: referral.state });
      return referralId;
    },

    /** From the next request on the provider sees it no more. Throws NOT_FOUND or STATE_CONFLICT. */
    async withdraw(caller: Caller, referralId: string): Promise<string> {
      const referral = (await read.findByIds(caller, isUuid(referralId) ? [referralId] : [])).get(referralId);
      if (!referral?.caseId) throw new HubError('NOT_FOUND');
      if (!(await referrals.withdraw(caller, referralId)))
        throw new HubError('STATE_CONFLICT', { state: referral.state });
      return referralId;
    },
  };
}

function isForSharing({ purpose, isValid }: RecordedRow): boolean {
  return isValid && purpose === 'SHARING_WITH_PROVIDER';
}

/** The list comes newest first. */
function newestOfEach(consents: readonly RecordedRow[]): RecordedRow[] {
  return consents.filter((one, index) => consents.findIndex(({ by }) => by === one.by) === index);
}
