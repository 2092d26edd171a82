import type { EntityManager } from '../../../../platform/database/database.js';
import { holdPublication } from '../../../../platform/outbox/relay.js';
import type { PageRequest } from '../../../../platform/paging/pages.js';
import type { DeliveryFailure } from './subscription-codes.js';

export interface SubscriptionRow {
  readonly id: string;
  readonly url: string;
  readonly kinds: string[];
  readonly createdAt: Date;
  readonly lastDeliveredAt: Date | null;
  readonly failingSince: Date | null;
  readonly lastFailure: DeliveryFailure | null;
  readonly suspendedAt: Date | null;
  readonly endedAt: Date | null;
  readonly undeliveredCount: number;
}

export interface NewSubscription {
  readonly organisationId: string;
  readonly subject: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly secret: string;
}

const columns = `s.id, s.url, s.kinds, s.created_at as "createdAt", s.last_delivered_at as "lastDeliveredAt",
  s.failing_since as "failingSince", s.last_failure as "lastFailure", s.suspended_at as "suspendedAt", s.ended_at as "endedAt",
  (select count(*)::integer from undelivered_event u where u.subscription_id = s.id) as "undeliveredCount"`;

export function subscriptionSortValues({ id }: SubscriptionRow): readonly string[] {
  return [id];
}

/** Subscriptions as the organisation knows them that made them. */
export function subscriptionStore(db: EntityManager) {
  return {
    async findByIds(organisationId: string, ids: readonly string[]): Promise<SubscriptionRow[]> {
      return db.query(
        `select ${columns} from event_subscription s where s.organisation_id = $1 and s.id = any($2::uuid[])`,
        [organisationId, ids],
      );
    },

    /** The subscriptions of an organisation that have not ended. */
    async findPage(organisationId: string, { after, limit }: PageRequest): Promise<SubscriptionRow[]> {
      return db.query(
        `select ${columns} from event_subscription s
         where s.organisation_id = $1 and s.ended_at is null and ($2::text is null or s.id::text > $2)
         order by s.id::text limit $3`,
        [organisationId, after?.[0] ?? null, limit],
      );
    },

    /** Lets one request of an organisation at a time count its subscriptions. */
    async countLive(organisationId: string): Promise<number> {
      await db.query(`select pg_advisory_xact_lock(hashtext('event_subscription'), hashtext($1))`, [organisationId]);
      const rows: { count: number }[] = await db.query(
        'select count(*)::integer as count from event_subscription where organisation_id = $1 and ended_at is null',
        [organisationId],
      );
      return rows[0]?.count ?? 0;
    },

    /** A subscription to what is published from now on; gives its id. */
    async insert({ organisationId, subject, url, kinds, secret }: NewSubscription): Promise<string> {
      await holdPublication(db, 'capacity');
      const rows: { id: string }[] = await db.query(
        `insert into event_subscription (organisation_id, subject, url, kinds, secret, position, news_position)
         select $1, $2, $3, $4, $5, last, last
         from (select greatest(position, last_position()) as last from outbox_forgotten) published
         returning id`,
        [organisationId, subject, url, kinds, secret],
      );
      return rows[0]?.id ?? '';
    },

    /** Ends it, whatever is still to be delivered; its secret goes with it. */
    async end(organisationId: string, id: string): Promise<void> {
      await db.query(
        `update event_subscription set ended_at = hub_now(), secret = null
         where organisation_id = $1 and id = $2 and ended_at is null`,
        [organisationId, id],
      );
    },

    async findSecret(organisationId: string, id: string): Promise<string | null> {
      const rows: { secret: string | null }[] = await db.query(
        'select secret from event_subscription where organisation_id = $1 and id = $2',
        [organisationId, id],
      );
      return rows[0]?.secret ?? null;
    },
  };
}
