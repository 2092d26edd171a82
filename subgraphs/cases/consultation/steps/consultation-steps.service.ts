import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { assertMayStep } from '../../../../platform/policy/lifecycle.js';
import type { ContactStore } from '../../contact/contact.store.js';
import type { ContactKind } from '../../contact/contact.vocabulary.js';
import { pastMoment } from '../../lists/moments.rules.js';
import type { NewOutcome, OutcomeStore } from '../../outcome/outcome.store.js';
import { assertFound } from '../../outcome/outcome.rules.js';
import { consultationLifecycle, statusAfter, type ConsultationStep } from '../consultation-lifecycle.rules.js';
import type { AbandonReason, InterventionKind, ResultKind } from '../consultation.vocabulary.js';
import type { ConsultationStepsStore, LockedConsultation } from './consultation-steps.store.js';

interface Stores {
  readonly consultations: ConsultationStepsStore;
  readonly contacts: ContactStore;
  readonly outcomes: OutcomeStore;
}

/** Which consultation is changed, as it was when it was read. */
export interface Read {
  readonly consultationId: string;
  readonly version: number;
}

/** What brokers do with consultations, in the transaction of the request. Each step throws NOT_FOUND, VERSION_CONFLICT or STATE_CONFLICT. */
export function consultationStepsService({ consultations, contacts, outcomes }: Stores) {
  const { lock, begin } = consultationLocks(consultations);

  return {
    /** The first contact is the earliest, also where it is written down later than another. */
    async recordContact(
      caller: Caller,
      read: Read,
      contact: { readonly kind: ContactKind; readonly at: Date | null; readonly minutes: number | null },
    ): Promise<void> {
      const { id, status, now, receivedAt, firstContactAt } = await lock(caller, read);
      if (status === 'CLOSED' || status === 'ABANDONED') throw conflict({ status });
      const at = pastMoment('at', contact.at ?? now, now, { name: 'receivedAt', at: receivedAt });
      assertMinutes(contact.minutes);
      await contacts.add(id, { ...contact, at });
      const isFirst = firstContactAt === null || at < firstContactAt;
      await consultations.change(id, {
        ...(isFirst && { firstContactAt: at }),
        ...(status === 'RECEIVED' && { status: consultationLifecycle.steps.contact.to }),
      });
    },

    /** What was done for the child, once for each kind. */
    async recordIntervention(caller: Caller, read: Read, kind: InterventionKind): Promise<void> {
      const locked = await lock(caller, read);
      const status = statusAfter(locked.status, kind);
      if (status === null) throw conflict(locked);
      const { id, interventions } = locked;
      if (interventions.includes(kind) && status === locked.status) return;
      await consultations.change(id, { status, interventions: [...new Set([...interventions, kind])] });
    },

    /** What came of it; after the end too, for whether it lasts is asked months later. */
    async recordOutcome(
      caller: Caller,
      read: Read,
      found: Omit<NewOutcome, 'kind'> & { kind: ResultKind },
    ): Promise<void> {
      const locked = await lock(caller, read);
      if (locked.status === 'RECEIVED' || locked.status === 'ABANDONED') throw conflict(locked);
      const outcome = assertFound(found, locked.now);
      await outcomes.add(locked.id, outcome);
      await consultations.change(locked.id, { result: outcome.kind });
    },

    async close(caller: Caller, read: Read, at: Date | null): Promise<void> {
      const { id, now, receivedAt, firstContactAt } = await begin(caller, read, 'close');
      const firstContact = { name: 'firstContactAt', at: firstContactAt ?? receivedAt };
      await consultations.change(id, {
        status: 'CLOSED',
        closedAt: pastMoment('closedAt', at ?? now, now, firstContact),
      });
    },

    async abandon(caller: Caller, read: Read, abandonReason: AbandonReason): Promise<void> {
      const { id, now } = await begin(caller, read, 'abandon');
      await consultations.change(id, { status: 'ABANDONED', closedAt: now, abandonReason });
    },
  };
}

/** Takes hold of a consultation, so that nobody else changes what was read. */
function consultationLocks(consultations: ConsultationStepsStore) {
  const lock = async (caller: Caller, { consultationId, version }: Read): Promise<LockedConsultation> => {
    const locked = isUuid(consultationId) ? await consultations.lock(caller, consultationId) : null;
    if (!locked) throw new HubError('NOT_FOUND');
    if (locked.version !== version) throw new HubError('VERSION_CONFLICT', { version: locked.version });
    return locked;
  };
  return {
    lock,
    /** For a step that begins in some states only. */
    begin: async (caller: Caller, read: Read, step: ConsultationStep): Promise<LockedConsultation> => {
      assertMayStep(caller, consultationLifecycle.steps[step]);
      const locked = await lock(caller, read);
      if (!consultationLifecycle.steps[step].from.includes(locked.status)) throw conflict(locked);
      return locked;
    },
  };
}

function conflict({ status }: Pick<LockedConsultation, 'status'>): HubError {
  return new HubError('STATE_CONFLICT', { state: status });
}

const longestMinutes = 1_440;

function assertMinutes(minutes: number | null): void {
  if (minutes !== null && (minutes < 1 || minutes > longestMinutes))
    throw new HubError('BAD_USER_INPUT', { field: 'minutes', expected: `1–${longestMinutes}` });
}
