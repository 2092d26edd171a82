import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../../platform/database/loaders.js';
import { ClosureRevisionRow } from './closure-revision.entity.js';
import { ClosureRow } from './closure.entity.js';

/** How many closures and revisions of each a list shows: the newest. */
export const shownOfHistory = 20;

/** Reads stops on intake. */
export function closureStore(db: EntityManager) {
  return {
    /** The closure under which each offer is closed now, by offer id. */
    async findCurrentByOfferIds(offerIds: readonly string[]): Promise<Map<string, ClosureRow>> {
      const rows = await db
        .createQueryBuilder(ClosureRow, 'closure')
        .where('closure.offer_id = any(:offerIds)', { offerIds })
        .andWhere('closure.closed_at <= hub_now() and (closure.reopened_at is null or closure.reopened_at > hub_now())')
        .orderBy('closure.closed_at')
        .getMany();
      return new Map(rows.map((row) => [row.offerId, row]));
    },

    /** The newest closures of each offer, newest first. */
    async findHistoryByOfferIds(offerIds: readonly string[]): Promise<Map<string, ClosureRow[]>> {
      const rows = await newestOfEach(db, ClosureRow, { key: 'offer_id', moment: 'closed_at', ids: offerIds });
      return groupBy(rows, ({ offerId }) => offerId);
    },

    /** What each closure said, newest first. */
    async findRevisionsByClosureIds(closureIds: readonly string[]): Promise<Map<string, ClosureRevisionRow[]>> {
      const by = { key: 'closure_id', moment: 'recorded_at', ids: closureIds } as const;
      return groupBy(await newestOfEach(db, ClosureRevisionRow, by), ({ closureId }) => closureId);
    },
  };
}

interface NewestBy {
  readonly key: 'offer_id' | 'closure_id';
  readonly moment: 'closed_at' | 'recorded_at';
  readonly ids: readonly string[];
}

/** The newest rows of each of many, in one statement. */
async function newestOfEach<R extends object>(
  db: EntityManager,
  row: new () => R,
  { key, moment, ids }: NewestBy,
): Promise<R[]> {
  const numbered = db
    .createQueryBuilder(row, 'item')
    .select('item.id', 'id')
    .addSelect(`row_number() over (partition by item.${key} order by item.${moment} desc, item.id)`, 'place')
    .where(`item.${key} = any(:ids)`, { ids });
  return db
    .createQueryBuilder(row, 'item')
    .innerJoin(`(${numbered.getQuery()})`, 'numbered', 'numbered.id = item.id')
    .setParameters(numbered.getParameters())
    .where('numbered.place <= :shown', { shown: shownOfHistory })
    .orderBy(`item.${moment}`, 'DESC')
    .addOrderBy('item.id')
    .getMany();
}
