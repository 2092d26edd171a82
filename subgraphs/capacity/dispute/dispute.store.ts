import type { EntityManager } from 'typeorm';
import { HubError } from '../../../platform/errors.js';
import { isUuid } from '../../../platform/identifiers.js';
import type { PageRequest } from '../../../platform/pages.js';
import { DisputeRow } from './dispute.entity.js';

export type NewDispute = Pick<DisputeRow, 'offerId' | 'claim' | 'note' | 'disputedBy' | 'disputedAs' | 'region'>;

/** Reads and writes what others heard about figures. */
export function disputeStore(db: EntityManager) {
  return {
    async findById(id: string): Promise<DisputeRow | null> {
      return db.createQueryBuilder(DisputeRow, 'dispute').where('dispute.id = :id', { id }).getOne();
    },

    /** The disputes of one organisation's offers, the newest first. */
    async findPage(organisationId: string, isOpen: boolean | null, page: PageRequest): Promise<DisputeRow[]> {
      const query = db
        .createQueryBuilder(DisputeRow, 'dispute')
        .where('dispute.offer_id in (select id from offer where organisation_id = :organisationId)', {
          organisationId,
        });
      if (isOpen !== null) query.andWhere(`dispute.answered_at is ${isOpen ? '' : 'not '}null`);
      if (page.after !== null) {
        const [after = '', afterId = ''] = page.after;
        if (!isUuid(afterId) || Number.isNaN(Date.parse(after))) throw new HubError('CURSOR_INVALID');
        query.andWhere(
          `(date_trunc('milliseconds', dispute.disputed_at), dispute.id) < (cast(:after as timestamptz), cast(:afterId as uuid))`,
          { after, afterId },
        );
      }
      return query
        .orderBy(`date_trunc('milliseconds', dispute.disputed_at)`, 'DESC')
        .addOrderBy('dispute.id', 'DESC')
        .limit(page.limit)
        .getMany();
    },

    /** The organisation of an offer that can be disputed: one that is not retired; null when there is none. */
    async findProvider(offerId: string): Promise<string | null> {
      const rows: { provider: string }[] = await db.query(
        'select organisation_id as provider from offer where id = $1 and retired_at is null',
        [offerId],
      );
      return rows[0]?.provider ?? null;
    },

    async insert({ offerId, claim, note, disputedBy, disputedAs, region }: NewDispute): Promise<string> {
      const rows: { id: string }[] = await db.query(
        `insert into dispute (offer_id, claim, note, disputed_by, disputed_as, region) values ($1, $2, $3, $4, $5, $6) returning id`,
        [offerId, claim, note, disputedBy, disputedAs, region],
      );
      if (!rows[0]) throw new Error('the statement gives one row');
      return rows[0].id;
    },
  };
}

export type DisputeStore = ReturnType<typeof disputeStore>;

/** The sort values of a dispute in the list above. */
export function disputeSortValues({ disputedAt, id }: DisputeRow): readonly string[] {
  return [disputedAt.toISOString(), id];
}
