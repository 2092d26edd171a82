import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { pageRequest, type PageArgs, type PageRequest } from '../../../../platform/paging/pages.js';
import { isInstantText, instantText } from '../../../../platform/paging/instant.js';
import { DisputeRow } from './dispute.entity.js';

export type NewDispute = Pick<DisputeRow, 'offerId' | 'claim' | 'note' | 'disputedBy' | 'disputedAs' | 'region'>;

/** A dispute in a list, with the instant by which it is sorted, to the microsecond. */
export interface DisputeOfPage extends DisputeRow {
  readonly sortedAt: string;
}

export interface OpenDispute {
  readonly id: string;
  readonly isNew: boolean;
}

/** Of each offer no more than a page is read, in the order of its index. $1 organisation, $2 open or not, $3 and $4 after, $5 limit. */
const newestOfOrganisation = `
  select d.id, d.offer_id as "offerId", d.claim, d.note, d.disputed_at as "disputedAt", d.disputed_by as "disputedBy",
    d.disputed_as as "disputedAs", d.region, d.answered_at as "answeredAt", ${instantText('d.disputed_at')} as "sortedAt"
  from offer o
  cross join lateral (
    select * from dispute d
    where d.offer_id = o.id and ($2::boolean is null or (d.answered_at is null) = $2)
      and ($3::timestamptz is null or (d.disputed_at, d.id) < ($3, $4::uuid))
    order by d.disputed_at desc, d.id desc limit $5
  ) d
  where o.organisation_id = $1
  order by d.disputed_at desc, d.id desc limit $5`;

/** Reads and writes what others heard about figures. */
export function disputeStore(db: EntityManager) {
  return {
    async findById(id: string): Promise<DisputeRow | null> {
      return db.createQueryBuilder(DisputeRow, 'dispute').where('dispute.id = :id', { id }).getOne();
    },

    /** The disputes of one organisation's offers, the newest first. */
    async findPage(organisationId: string, isOpen: boolean | null, page: PageRequest): Promise<DisputeOfPage[]> {
      const [after = null, afterId = null] = page.after ?? [];
      return db.query(newestOfOrganisation, [organisationId, isOpen, after, afterId, page.limit]);
    },

    /** The organisation of an offer that can be disputed: one that is not retired; null when there is none. */
    async findProvider(offerId: string): Promise<string | null> {
      const rows: { provider: string }[] = await db.query(
        'select organisation_id as provider from offer where id = $1 and retired_at is null',
        [offerId],
      );
      return rows[0]?.provider ?? null;
    },

    /** Writes a dispute unless the same person has an open one on the offer. Gives the id of the one that is open now. */
    async open({ offerId, claim, note, disputedBy, disputedAs, region }: NewDispute): Promise<OpenDispute> {
      const newId = randomUUID();
      const rows: { id: string }[] = await db.query(
        `insert into dispute (id, offer_id, claim, note, disputed_by, disputed_as, region) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (offer_id, disputed_by) where answered_at is null do update set offer_id = excluded.offer_id
         returning id`,
        [newId, offerId, claim, note, disputedBy, disputedAs, region],
      );
      if (!rows[0]) throw new Error('the statement gives one row');
      return { id: rows[0].id, isNew: rows[0].id === newId };
    },
  };
}

export type DisputeStore = ReturnType<typeof disputeStore>;

/** The arguments of the list above; its cursors hold an instant and an id. Throws PAGE_TOO_LARGE or CURSOR_INVALID. */
export function disputePage(args: PageArgs): PageRequest {
  const page = pageRequest(args, 2);
  const [at = '', id = ''] = page.after ?? [];
  if (page.after && !(isInstantText(at) && isUuid(id))) throw new HubError('CURSOR_INVALID');
  return page;
}

/** The sort values of a dispute in the list above. */
export function disputeSortValues({ sortedAt, id }: DisputeOfPage): readonly string[] {
  return [sortedAt, id];
}
