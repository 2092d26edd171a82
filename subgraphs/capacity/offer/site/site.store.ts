import type { EntityManager } from 'typeorm';
import { mapBy } from '../../../../platform/database/loaders.js';
import { SiteRow } from './site.entity.js';

/** Reads sites. */
export function siteStore(db: EntityManager) {
  return {
    async findByIds(ids: readonly string[]): Promise<Map<string, SiteRow>> {
      const rows = await db.createQueryBuilder(SiteRow, 'site').where('site.id = any(:ids)', { ids }).getMany();
      return mapBy(rows, ({ id }) => id);
    },
  };
}
