import { writeChangeCursor } from '../change/change-cursor.js';
import type { ChangeRow } from '../change/change.read-model.js';
import { toChange } from '../change/change.type.js';

/** CloudEvents 1.0 in structured mode: the whole event is the body. */
export const cloudEventType = 'application/cloudevents+json';

const source = 'urn:thuisbasis:capacity';

/**
 * An event as partners receive it: identifiers only. `cursor` is an extension attribute: with it `changesSince` goes on from here.
 * Source: CloudEvents specification 1.0.2, JSON event format.
 */
export function cloudEvent(row: ChangeRow): string {
  const { id, occurredAt, organisation, offerIds, holdId, entryId, subscriptionId, referralId } = toChange(row);
  return JSON.stringify({
    specversion: '1.0',
    id,
    source,
    type: `thuisbasis.${row.kind}`,
    time: occurredAt.toISOString(),
    datacontenttype: 'application/json',
    cursor: writeChangeCursor(row.position),
    data: { organisationId: organisation?.id ?? null, offerIds, holdId, entryId, subscriptionId, referralId },
  });
}
