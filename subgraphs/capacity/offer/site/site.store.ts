import type { EntityManager } from 'typeorm';
import { mapBy } from '../../../../platform/database/loaders.js';
import { selectRows } from '../../../../platform/database/select-rows.js';
import { SiteRow } from './site.entity.js';

/** Reads sites. */
export function siteStore(db: EntityManager) {
  return {
    async findByIds(ids: readonly string[]): Promise<Map<string, SiteRow>> {
      const rows = await db.query<SiteRow[]>(`${selectRows(db, SiteRow)} where item.id = any($1)`, [ids]);
      return mapBy(rows, ({ id }) => id);
    },
  };
}
