import type { EntityManager } from 'typeorm';
import { mapBy } from '../../../../platform/database/loaders.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { sightOf } from '../../access/visibility.rules.js';
import type { Product } from './product.rules.js';

export interface ProductRow extends Product {
  readonly placementId: string;
}

const names = 'category, code, volume, unit, frequency, start_on, end_on, allocation_number, referrer';

/** Keeps what is allocated of placements, in the words of iJw. */
export function productStore(db: EntityManager) {
  return {
    async write(placementId: string, of: Product): Promise<void> {
      await db.query(
        `insert into placement_product (placement_id, ${names}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (placement_id) do update set (${names}) = ($2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[placementId, of.category, of.code, of.volume, of.unit, of.frequency],
          ...[of.startOn, of.endOn, of.allocationNumber, of.referrer],
        ],
      );
    },

    /** Those of placements of the caller's cases. */
    async findByPlacementIds(caller: Caller, ids: readonly string[]): Promise<Map<string, ProductRow>> {
      const { region, organisationId } = sightOf(caller);
      const rows: ProductRow[] = await db.query(
        `select o.placement_id as "placementId", o.category, o.code, o.volume, o.unit, o.frequency, o.start_on::text as "startOn",
           o.end_on::text as "endOn", o.allocation_number as "allocationNumber", o.referrer
         from placement_product o join placement p on p.id = o.placement_id join case_file f on f.id = p.case_id
         where o.placement_id = any($1) and (f.region = $2 or f.owner_organisation_id = $3)`,
        [ids, region, organisationId],
      );
      return mapBy(rows, ({ placementId }) => placementId);
    },
  };
}

export type ProductStore = ReturnType<typeof productStore>;
