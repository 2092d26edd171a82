import { HubError } from '../../../../platform/errors/errors.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { ownOrganisation } from '../../../../platform/identity/own-organisation.js';
import { mailFault, phoneFault } from '../../publishing/work-contact.rules.js';
import type { IntakeContactStore } from './intake-contact.store.js';

/** What became of the contact for intake. Survives JSON. */
export interface ToldIntake {
  readonly organisationId: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** ISO 8601, UTC; null when there is none now. */
  readonly confirmedAt: string | null;
}

/** Takes in whom to reach at the caller's own organisation for a new child. */
export function intakeContactService(store: IntakeContactStore) {
  return {
    /** Throws FORBIDDEN, BAD_USER_INPUT, PRIVATE_CONTACT, CONTAINS_BSN, or NOT_FOUND for an organisation that the hub does not know. */
    async tell(caller: Caller, phone: string | null, email: string | null): Promise<ToldIntake> {
      const organisationId = ownOrganisation(caller);
      const fault = phoneFault('input.phone', phone) ?? mailFault('input.email', email);
      if (fault) throw new HubError(fault.code, fault.parameters);
      const toldAt = await store.tell(phone, email);
      if (toldAt === undefined) throw new HubError('NOT_FOUND');
      return { organisationId, phone, email, confirmedAt: toldAt?.toISOString() ?? null };
    },
  };
}
