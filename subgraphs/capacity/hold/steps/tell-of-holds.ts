import type { EntityManager } from '../../../../platform/database/database.js';
import { onDuty } from '../../../../platform/database/on-duty.js';
import { emit } from '../../../../platform/outbox/outbox.js';
import { holdEvent, type HoldEventKind } from './hold-events.js';
import type { LockedHold } from './hold-steps.store.js';
import { recipientStore } from './recipient.store.js';

/** Tells what became of holds, also to who asked for them: the provider that made the step does not learn who that is. */
export async function tellOfHolds(
  tx: EntityManager,
  told: readonly { readonly kind: HoldEventKind; readonly hold: LockedHold }[],
): Promise<void> {
  await onDuty(tx, 'turns', async () => {
    const recipients = await recipientStore(tx).findByHoldIds(told.map(({ hold }) => hold.holdId));
    const nobody = { region: null, placedBy: null };
    await emit(
      tx,
      told.map(({ kind, hold }) => holdEvent(kind, { ...hold, ...(recipients.get(hold.holdId) ?? nobody) })),
    );
  });
}
