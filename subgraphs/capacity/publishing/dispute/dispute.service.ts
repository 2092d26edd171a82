import { hasRole, type Caller, type Role } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { remark } from '../../../../platform/input/free-text.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import type { HubEvent } from '../../../../platform/outbox/outbox.js';
import type { PageRequest } from '../../../../platform/paging/pages.js';
import { ownOrganisation } from '../../../../platform/identity/own-organisation.js';
import type { DisputeClaim } from './dispute-claim.js';
import type { DisputeRow } from './dispute.entity.js';
import type { DisputeOfPage, DisputeStore } from './dispute.store.js';

export interface DisputeRequest {
  readonly offerId: string;
  readonly claim: DisputeClaim;
  readonly note: string | null;
}

const seekers: readonly Role[] = ['care-broker', 'case-owner', 'ret-member'];
const longestNote = 500;

/** Who phoned and heard otherwise marks the figure; a newer figure of the provider answers it. */
export function disputeService(store: DisputeStore, emitEvents: (events: readonly HubEvent[]) => Promise<void>) {
  return {
    /** Gives the id of the dispute: the one that the caller has open on this offer already, if so. Throws FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONTAINS_BSN and CONTAINS_PERSONAL_DATA. */
    async dispute(caller: Caller, { offerId, claim, note }: DisputeRequest): Promise<string> {
      const role = seekers.find((seeker) => hasRole(caller, seeker));
      if (!role) throw new HubError('FORBIDDEN');
      const text = remark('note', note, longestNote);
      const provider = isUuid(offerId) ? await store.findProvider(offerId) : null;
      if (provider === null) throw new HubError('NOT_FOUND');
      const { subject: disputedBy, region } = caller;
      const { id, isNew } = await store.open({ offerId, claim, note: text, disputedBy, disputedAs: role, region });
      if (isNew) await emitEvents([{ kind: 'figure.disputed', organisationId: provider, region, data: { offerId } }]);
      return id;
    },

    /** What others heard about the caller's own offers. Throws FORBIDDEN. */
    async findPage(caller: Caller, isOpen: boolean | null, page: PageRequest): Promise<DisputeOfPage[]> {
      return store.findPage(ownOrganisation(caller), isOpen, page);
    },

    async findOwn(caller: Caller, id: string): Promise<DisputeRow> {
      const row = await store.findById(id);
      if (row?.disputedBy !== caller.subject) throw new HubError('NOT_FOUND');
      return row;
    },
  };
}
