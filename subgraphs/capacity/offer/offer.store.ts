import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../../../platform/identity/caller.js';
import { HubError } from '../../../platform/errors/errors.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { groupBy, mapBy } from '../../../platform/database/loaders.js';
import { selectRows } from '../../../platform/database/select-rows.js';
import type { PageRequest } from '../../../platform/paging/pages.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { OfferRow } from './offer.entity.js';
import { offerScope } from './offer.rules.js';

export interface OfferSelection {
  readonly rungs: readonly LadderRung[] | null;
  readonly municipalityCode: string | null;
  readonly organisationId: string | null;
}

/** The offers that a caller may see, retired ones too: a query to narrow. */
export function visibleOffers(db: EntityManager, caller: Caller): SelectQueryBuilder<OfferRow> {
  const query = db.createQueryBuilder(OfferRow, 'offer');
  const scope = offerScope(caller);
  if (scope.kind === 'none') return query.andWhere('false');
  return scope.kind === 'own' ? query.andWhere('offer.organisation_id = :own', { own: scope.organisationId }) : query;
}

/** Reads the offers that a caller may see. Retired offers are in no list; what points to one still finds it. */
export function offerStore(db: EntityManager) {
  const visibleTo = (caller: Caller): SelectQueryBuilder<OfferRow> => visibleOffers(db, caller);

  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, OfferRow>> {
      const scope = offerScope(caller);
      if (scope.kind === 'none') return new Map();
      const [narrowed, own] =
        scope.kind === 'own' ? [' and item.organisation_id = $2', [scope.organisationId]] : ['', []];
      const sql = `${selectRows(db, OfferRow)} where item.id = any($1)${narrowed}`;
      const rows = await db.query<OfferRow[]>(sql, [ids, ...own]);
      return mapBy(rows, ({ id }) => id);
    },

    /** One page of the offers that fit a selection, by title. */
    async findPage(caller: Caller, selection: OfferSelection, page: PageRequest): Promise<OfferRow[]> {
      const query = listed(visibleTo(caller), page);
      if (selection.rungs) query.andWhere('offer.rung = any(:rungs)', { rungs: selection.rungs });
      if (selection.municipalityCode !== null)
        query.andWhere('offer.working_area @> array[:area]::text[]', { area: selection.municipalityCode });
      if (selection.organisationId !== null)
        query.andWhere('offer.organisation_id = :organisation', { organisation: selection.organisationId });
      return query.orderBy('offer.title').addOrderBy('offer.id').limit(page.limit).getMany();
    },

    /** The same page of each of several organisations, in one statement, by organisation id. */
    async findPageByOrganisations(
      caller: Caller,
      organisationIds: readonly string[],
      page: PageRequest,
    ): Promise<Map<string, OfferRow[]>> {
      const numbered = listed(visibleTo(caller), page)
        .andWhere('offer.organisation_id = any(:organisationIds)', { organisationIds })
        .select('offer.id', 'id')
        .addSelect('row_number() over (partition by offer.organisation_id order by offer.title, offer.id)', 'place');
      const rows = await db
        .createQueryBuilder(OfferRow, 'offer')
        .innerJoin(`(${numbered.getQuery()})`, 'numbered', 'numbered.id = offer.id')
        .setParameters(numbered.getParameters())
        .where('numbered.place <= :limit', { limit: page.limit })
        .orderBy('offer.title')
        .addOrderBy('offer.id')
        .getMany();
      return groupBy(rows, ({ organisationId }) => organisationId);
    },
  };
}

/** What a list shows behind its cursor. Throws CURSOR_INVALID when the cursor is of another list. */
function listed(query: SelectQueryBuilder<OfferRow>, { after }: PageRequest): SelectQueryBuilder<OfferRow> {
  query.andWhere('offer.retired_at is null');
  if (after === null) return query;
  const [afterTitle, afterId = ''] = after;
  if (!isUuid(afterId)) throw new HubError('CURSOR_INVALID');
  return query.andWhere('(offer.title, offer.id) > (:afterTitle, :afterId)', { afterTitle, afterId });
}

/** The sort values of an offer in the lists above. */
export function offerSortValues({ title, id }: OfferRow): readonly string[] {
  return [title, id];
}
