import type { DataSource } from '../../../../platform/database/database.js';
import { emit } from '../../../../platform/outbox/outbox.js';
import { inTransaction } from '../../../../platform/database/transaction.js';
import type { WebhookFailure, WebhookSender } from '../../../../platform/sending/webhook/post-webhook.js';
import type { ChangeRow } from '../change/change.read-model.js';
import { cloudEvent, cloudEventType } from './cloud-event.js';
import { pauseSeconds } from './delivery.rules.js';
import { deliveryStore, type Claim } from './delivery.store.js';

/** After this long another subscription gets its turn. */
const turnMs = 10_000;

/**
 * Delivers events to the addresses of partners until nothing is left to deliver now. Any number of workers may do this at once: each
 * has a subscription to itself, and its events go one by one, the next after the one before was taken.
 */
export async function deliverEvents(db: DataSource, sender: WebhookSender, signal: AbortSignal): Promise<void> {
  const deliveries = deliveryStore(db.manager);
  for (let claim = await deliveries.claim(); claim; claim = await deliveries.claim()) {
    try {
      await deliverTurn(db, sender, claim, signal);
    } finally {
      await deliveries.release(claim);
    }
    if (signal.aborted) return;
  }
}

async function deliverTurn(db: DataSource, sender: WebhookSender, claim: Claim, signal: AbortSignal): Promise<void> {
  const deliveries = deliveryStore(db.manager);
  const until = performance.now() + turnMs;
  let { position } = claim;
  while (performance.now() < until) {
    const event = await deliveries.findNext(claim, position);
    if (!event) return deliveries.finish(claim);
    const outcome = await sender.post(messageOf(claim, event), signal);
    if (outcome === 'STOPPED') return;
    if (outcome !== 'TAKEN') return fail(db, claim, position, event, outcome);
    if (!(await deliveries.settle(claim, event.position))) return;
    ({ position } = event);
  }
}

function messageOf({ url, secret }: Claim, event: ChangeRow) {
  return { url, secret, id: event.eventId, contentType: cloudEventType, body: cloudEvent(event) };
}

/** Only the first event of a turn can have failed before. */
async function fail(
  db: DataSource,
  claim: Claim,
  position: number,
  event: ChangeRow,
  failure: WebhookFailure | 'GONE',
): Promise<void> {
  const attempt = position === claim.position ? claim.attempts + 1 : 1;
  await inTransaction(db, {}, async (tx) => {
    const isSuspended = await deliveryStore(tx).fail(claim, event, failure, pauseSeconds(attempt));
    if (isSuspended)
      await emit(tx, [
        { kind: 'subscription.suspended', organisationId: claim.organisationId, data: { subscriptionId: claim.id } },
      ]);
  });
}
