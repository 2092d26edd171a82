import type { DataSource } from '../../../platform/database/database.js';
import { openCapacityDatabase, type CapacityDatabase } from './capacity-database.js';
import { idOf } from '../rows/case.js';
import { knowCases, otherProviderId, providerId } from '../rows/hold.js';
import { anOffer } from '../rows/offer.js';

export const seekerId = idOf(901);

/**
 * Three cases, each with a hold and on a waiting list. The first is in the broker's region and of a case owner, the second in another
 * region and of the same owner, the third in the region and nobody's. The first two are at offers of one provider, the third of another.
 * Of emergency access were told that owner (21) and the privacy officers of the region (22) and of another (23).
 */
export async function openSecuredCapacity(options?: { poolSize: number }): Promise<CapacityDatabase> {
  const capacity = await openCapacityDatabase(options);
  const offers = [anOffer(1), anOffer(2, { organisationId: otherProviderId })];
  await capacity.write(offers, new Date().toISOString());
  await knowCases(capacity.owner, 3, {
    1: { ownerOrganisationId: seekerId },
    2: { ownerOrganisationId: seekerId, region: 'region-2' },
  });
  for (const n of [1, 2, 3]) await writeOfCase(capacity.owner, n, offers[n === 3 ? 1 : 0]?.id ?? '');
  for (const n of [1, 2]) await writeOfPeople(capacity.owner, n, offers[n - 1]?.id ?? '');
  await capacity.owner.query(
    `insert into notice (id, event_id, kind, role, organisation_id, region, offer_ids, created_at)
     values ($1, $1, 'BREAK_GLASS_OPENED', 'case-owner', $4, null, '{}', hub_now()),
       ($2, $2, 'BREAK_GLASS_OPENED', 'privacy-officer', null, 'flevoland', '{}', hub_now()),
       ($3, $3, 'BREAK_GLASS_OPENED', 'privacy-officer', null, 'region-2', '{}', hub_now())`,
    [idOf(21), idOf(22), idOf(23), seekerId],
  );
  return capacity;
}

async function writeOfCase(owner: DataSource, n: number, offerId: string): Promise<void> {
  const id = idOf(n);
  await owner.query(
    `insert into hold (id, offer_id, quantity, answer_due_at, ended_at, ended_as) values ($1, $2, 1, hub_now(), hub_now(), 'REFUSED')`,
    [id, offerId],
  );
  await owner.query(`insert into hold_case (hold_id, case_id, region, placed_by) values ($1, $1, 'flevoland', 'x')`, [
    id,
  ]);
  await owner.query(`insert into hold_ending (hold_id, ended_by, refusal_code) values ($1, 'x', 'OTHER')`, [id]);
  await owner.query(
    `with joined as (
       insert into waitlist_case (entry_id, offer_id, case_id, region, placed_by) values ($1, $2, $1, 'flevoland', 'x') returning entry_id)
     insert into waitlist_entry (id, offer_id, quantity, priority) select entry_id, $2, 1, 'REGULAR' from joined`,
    [id, offerId],
  );
}

/** What is told to and by a care broker (1) and somebody else (2), and what two providers have. */
async function writeOfPeople(owner: DataSource, n: number, offerId: string): Promise<void> {
  const subject = n === 1 ? 'care-broker' : 'somebody else';
  const provider = n === 1 ? providerId : otherProviderId;
  const [id, told] = [idOf(n), idOf(n + 10)];
  const statements: [string, unknown[]][] = [
    [`insert into dispute (id, offer_id, claim, disputed_by) values ($1, $2, 'NOT_FREE', $3)`, [id, offerId, subject]],
    [
      `insert into notice (id, event_id, kind, subject, role, organisation_id, offer_ids, created_at)
       values ($1, $1, 'HOLD_ACCEPTED', $3, null, null, '{}', hub_now()), ($2, $2, 'HOLD_REQUESTED', null, 'provider-planner', $4, '{}', hub_now())`,
      [id, told, subject, provider],
    ],
    [`insert into notice_reading (notice_id, subject) values ($1, $2)`, [id, subject]],
    [
      `insert into notice_address (subject, roles, language, address, confirmed_at) values ($1, '{}', 'nl', 'a@example.nl', hub_now())`,
      [subject],
    ],
    [
      `insert into mail (id, address, language, kind, subject) values ($1, 'a@example.nl', 'nl', 'HOLD_ACCEPTED', $2)`,
      [id, subject],
    ],
    [
      `insert into event_subscription (id, organisation_id, subject, url, kinds, secret, position, news_position)
       values ($1, $2, 'x', 'https://example.nl', '{hold.requested}', 'secret', 0, 0)`,
      [id, provider],
    ],
    [`insert into undelivered_event (subscription_id, event_id, failure) values ($1, $1, 'NOT_TAKEN')`, [id]],
    [
      `insert into outbox (event_id, kind, organisation_id, data) values ($1, 'capacity.reported', $3, '{}'), ($2, 'hold.requested', $3, '{}')`,
      [id, told, provider],
    ],
    [`insert into idempotency_key (client, key, fingerprint) values ($1, $2, 'f')`, [`/${subject}`, id]],
  ];
  for (const [sql, values] of statements) await owner.query(sql, values);
}
