import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import type { HubEvent } from '../../../../platform/outbox/outbox.js';
import { isKey, longestKey } from '../../../../platform/input/own-key.js';
import { ownOrganisation } from '../../../../platform/identity/own-organisation.js';
import { publishMethodOf } from '../publication/publication-terms.js';
import { mostRows } from '../publication/publication.service.js';
import type { PublicationStore } from '../publication/publication.store.js';
import { sortOut, type SkippedKey } from './confirmation.rules.js';
import type { ConfirmationStore } from './confirmation.store.js';

/** What a confirmation did. Survives JSON. */
export interface ConfirmationRecord {
  /** Null when there was nothing to confirm. */
  readonly confirmedAt: string | null;
  readonly confirmedCount: number;
  readonly skippedCount: number;
  /** The first five hundred. */
  readonly skipped: readonly SkippedKey[];
}

/** "Nothing changed": makes the figures that the hub shows of an organisation's offers figures of now. */
export function confirmationService(
  store: ConfirmationStore,
  { takeTurn }: Pick<PublicationStore, 'takeTurn'>,
  emitEvents: (events: readonly HubEvent[]) => Promise<void>,
) {
  return {
    /** All offers of the caller's organisation, or those of `keys`. Throws FORBIDDEN, TOO_MANY_ROWS and BAD_USER_INPUT. */
    async confirm(caller: Caller, keys: readonly string[] | null): Promise<ConfirmationRecord> {
      const organisationId = ownOrganisation(caller);
      const named = keys && namedKeys(keys);
      const beganAt = await store.now();
      await takeTurn(organisationId);
      const offers = await store.findFacts(await store.lock(organisationId, named), beganAt);
      const { confirmed, skipped } = sortOut(offers, named);
      const offerIds = confirmed.map(({ id }) => id);
      const confirmedAt = await store.write(offerIds, caller.subject, publishMethodOf(caller));
      await store.answerDisputes(confirmed.flatMap(({ answeredDisputeIds }) => answeredDisputeIds));
      if (offerIds.length > 0) await emitEvents([{ kind: 'capacity.confirmed', organisationId, data: { offerIds } }]);
      return {
        confirmedAt: confirmedAt?.toISOString() ?? null,
        confirmedCount: offerIds.length,
        skippedCount: skipped.length,
        skipped: skipped.slice(0, mostRows),
      };
    },
  };
}

function namedKeys(keys: readonly string[]): string[] {
  if (keys.length < 1 || keys.length > mostRows)
    throw new HubError('TOO_MANY_ROWS', { field: 'offerKeys', limit: mostRows });
  const wrong = keys.findIndex((key) => !isKey(key));
  if (wrong >= 0) throw new HubError('BAD_USER_INPUT', { field: `offerKeys.${wrong}`, expected: `1–${longestKey}` });
  return [...new Set(keys)];
}
