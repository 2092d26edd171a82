import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import type { PageRequest } from '../../../../platform/paging/pages.js';
import type { TermTable } from '../../availability/freshness.rules.js';
import type { OfferRow } from '../offer.entity.js';
import { visibleOffers } from '../offer.store.js';
import { changedOffers, changesCompleteUntil } from './offer-changes.sql.js';

/** Reads offers for those who keep a copy of them. */
export function offerChangesReadModel(db: EntityManager, terms: TermTable) {
  return {
    /** One page of the offers that a caller may see, in an order that no change disturbs: all that are given, or those that changed. */
    async findPage(caller: Caller, since: Date | null, page: PageRequest): Promise<OfferRow[]> {
      const query = visibleOffers(db, caller);
      if (since === null) query.andWhere('offer.retired_at is null');
      else query.andWhere(`offer.id in (${changedOffers})`, { since, terms: JSON.stringify(terms) });
      if (page.after !== null) {
        const [organisation = '', id = ''] = page.after;
        if (!isUuid(organisation) || !isUuid(id)) throw new HubError('CURSOR_INVALID');
        query.andWhere('(offer.organisation_id, offer.id) > (:organisation, :id)', { organisation, id });
      }
      return query.orderBy('offer.organisation_id').addOrderBy('offer.id').limit(page.limit).getMany();
    },

    async findCompleteUntil(): Promise<Date> {
      const [row]: { at: Date | string }[] = await db.query(changesCompleteUntil);
      if (!row) throw new Error('an aggregate gives one row');
      return new Date(row.at);
    },
  };
}

/** The sort values of an offer in the list above. */
export function offerChangeSortValues({ organisationId, id }: OfferRow): readonly string[] {
  return [organisationId, id];
}
