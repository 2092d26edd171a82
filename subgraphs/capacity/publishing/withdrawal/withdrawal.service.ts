import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import type { HubEvent } from '../../../../platform/outbox/outbox.js';
import { isKey } from '../../../../platform/input/own-key.js';
import { ownOrganisation } from '../../../../platform/identity/own-organisation.js';
import type { PublicationStore } from '../publication/publication.store.js';
import type { WithdrawalStore } from './withdrawal.store.js';

/** Survives JSON. */
export interface WithdrawalRecord {
  readonly offerId: string;
  readonly withdrawnAt: string;
}

/** Takes a mistaken report back; the one before it is the newest again. */
export function withdrawalService(
  store: WithdrawalStore,
  { takeTurn }: Pick<PublicationStore, 'takeTurn'>,
  emitEvents: (events: readonly HubEvent[]) => Promise<void>,
) {
  return {
    /** A report that was taken back before stays so. Throws FORBIDDEN, and NOT_FOUND when the organisation has no such report. */
    async withdraw(caller: Caller, report: { offerKey: string; sequence: number }): Promise<WithdrawalRecord> {
      const organisationId = ownOrganisation(caller);
      if (!isKey(report.offerKey)) throw new HubError('NOT_FOUND');
      await takeTurn(organisationId);
      const withdrawn = await store.withdraw(organisationId, caller.subject, report);
      if (!withdrawn) throw new HubError('NOT_FOUND');
      const { offerId, withdrawnAt, stoodUntilNow } = withdrawn;
      if (stoodUntilNow) await emitEvents([{ kind: 'report.withdrawn', organisationId, data: { offerId } }]);
      return { offerId, withdrawnAt: withdrawnAt.toISOString() };
    },
  };
}
