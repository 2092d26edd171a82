import type { EntityManager } from 'typeorm';
import { mapBy } from '../../../platform/database/loaders.js';
import { toConnection, type Connection, type PageRequest } from '../../../platform/paging/pages.js';
import { nameSortValues, pageByName } from '../lists/name-order.js';
import { narrowing, narrowingMunicipality } from '../lists/search.rules.js';
import { NetworkRow } from './network.entity.js';
import { toNetwork, type Network, type NetworkFilter } from './network.type.js';

/** Reads networks. No person is in them: who may read the type sees every row. */
export function networkStore(db: EntityManager) {
  return {
    async findByIds(ids: readonly string[]): Promise<Map<string, Network>> {
      const query = db.createQueryBuilder(NetworkRow, 'item').where('item.id = any(:ids)', { ids });
      return mapBy((await query.getMany()).map(toNetwork), ({ id }) => id);
    },

    /** One page of the networks that fit a filter, by name. Throws UNKNOWN_MUNICIPALITY. */
    async findPage(filter: NetworkFilter | null, page: PageRequest): Promise<Connection<Network>> {
      const kinds = narrowing(filter?.kinds);
      const municipalityCode = narrowingMunicipality(filter?.municipalityCode);
      const query = pageByName(db.createQueryBuilder(NetworkRow, 'item'), page);
      if (kinds) query.andWhere('item.kind = any(:kinds)', { kinds });
      if (municipalityCode !== null)
        query.andWhere('item.municipalityCodes @> array[:municipalityCode]::text[]', { municipalityCode });
      if (filter?.function) query.andWhere(':function = any(item.functions)', { function: filter.function });
      return toConnection(await query.getMany(), page, nameSortValues, toNetwork);
    },
  };
}
