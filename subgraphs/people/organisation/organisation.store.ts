import type { EntityManager } from 'typeorm';
import { mapBy } from '../../../platform/database/loaders.js';
import { selectRows } from '../../../platform/database/select-rows.js';
import { toConnection, type Connection, type PageRequest } from '../../../platform/paging/pages.js';
import { nameSortValues, pageByName } from '../lists/name-order.js';
import { searchText } from '../lists/search.rules.js';
import { OrganisationRow } from './organisation.entity.js';
import { toOrganisation, type Organisation } from './organisation.type.js';
import type { OrganisationKind } from './organisation.vocabulary.js';

export interface OrganisationSelection {
  readonly kinds: readonly OrganisationKind[] | null;
  readonly municipalityCode: string | null;
  readonly nameContains: string | null;
  readonly registeredAs: string | null;
}

/** Reads organisations. Their profile is public: who may read the type sees every row. */
export function organisationStore(db: EntityManager) {
  return {
    async findByIds(ids: readonly string[]): Promise<Map<string, Organisation>> {
      const rows = await db.query<OrganisationRow[]>(`${selectRows(db, OrganisationRow)} where item.id = any($1)`, [
        ids,
      ]);
      return mapBy(rows.map(toOrganisation), ({ id }) => id);
    },

    /** One page of the organisations that fit a selection, by name. */
    async findPage(selection: OrganisationSelection, page: PageRequest): Promise<Connection<Organisation>> {
      const { kinds, municipalityCode, nameContains, registeredAs } = selection;
      const query = pageByName(db.createQueryBuilder(OrganisationRow, 'item'), page);
      if (kinds) query.andWhere('item.kind = any(:kinds)', { kinds });
      if (municipalityCode !== null)
        query.andWhere('item.municipalityCodes @> array[:municipalityCode]::text[]', { municipalityCode });
      if (nameContains !== null)
        query.andWhere('strpos(item.sortName, lower(:nameContains)) > 0', { nameContains: searchText(nameContains) });
      if (registeredAs !== null)
        query.andWhere('(item.kvk = :registeredAs or item.oin = :registeredAs or :registeredAs = any(item.agb))', {
          registeredAs,
        });
      return toConnection(await query.getMany(), page, nameSortValues, toOrganisation);
    },
  };
}
