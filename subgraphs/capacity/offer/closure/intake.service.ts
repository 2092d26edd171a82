import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { remark } from '../../../../platform/input/free-text.js';
import type { HubEvent } from '../../../../platform/outbox/outbox.js';
import { isKey } from '../../../../platform/input/own-key.js';
import { ownOrganisation } from '../../../../platform/identity/own-organisation.js';
import { dayFault } from '../../report/figures.rules.js';
import type { ClosureTerms, IntakeStore, LockedIntake } from './intake.store.js';

/** Which offer's intake changed. Survives JSON. */
export interface IntakeRecord {
  readonly offerId: string;
}

const longestNote = 500;

/** Closes intake and opens it again; holds of the offer wait, so that none is made of an offer that has just closed. */
export function intakeService(store: IntakeStore, emitEvents: (events: readonly HubEvent[]) => Promise<void>) {
  const lock = async (organisationId: string, offerKey: string): Promise<LockedIntake> => {
    const intake = isKey(offerKey) ? await store.lockIntake(organisationId, offerKey) : null;
    if (!intake) throw new HubError('NOT_FOUND');
    if (intake.isRetired) throw new HubError('OFFER_KEY_RETIRED', { field: 'offerKey' });
    return intake;
  };

  return {
    /** Throws FORBIDDEN, NOT_FOUND, OFFER_KEY_RETIRED, BAD_USER_INPUT, CONTAINS_BSN and CONTAINS_PERSONAL_DATA. */
    async close(caller: Caller, offerKey: string, terms: ClosureTerms): Promise<IntakeRecord> {
      const organisationId = ownOrganisation(caller);
      const note = remark('note', terms.note, longestNote);
      const intake = await lock(organisationId, offerKey);
      checkEnd(terms.expectedEndOn, intake.today);
      const isChanged = await store.close(intake, { ...terms, note }, caller.subject);
      const { offerId } = intake;
      if (isChanged) await emitEvents([{ kind: 'intake.closed', organisationId, data: { offerId } }]);
      return { offerId };
    },

    /** Throws FORBIDDEN, NOT_FOUND, OFFER_KEY_RETIRED, and STATE_CONFLICT when intake is open. */
    async reopen(caller: Caller, offerKey: string): Promise<IntakeRecord> {
      const organisationId = ownOrganisation(caller);
      const { offerId, closureId } = await lock(organisationId, offerKey);
      if (closureId === null) throw new HubError('STATE_CONFLICT', { state: 'OPEN' });
      await store.reopen(closureId, caller.subject);
      await emitEvents([{ kind: 'intake.reopened', organisationId, data: { offerId } }]);
      return { offerId };
    },
  };
}

function checkEnd(day: string | null, today: string): void {
  if (day !== null && (dayFault('expectedEndOn', day) !== null || day < today))
    throw new HubError('BAD_USER_INPUT', { field: 'expectedEndOn', expected: `${today}..2099-12-31` });
}
