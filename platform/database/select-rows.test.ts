import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCapacityDatabase, type CapacityDatabase } from '../../test/builders/databases/capacity-database.js';
import { anOffer } from '../../test/builders/rows/offer.js';
import { SiteRow } from '../../subgraphs/capacity/offer/site/site.entity.js';
import { OfferRow } from '../../subgraphs/capacity/offer/offer.entity.js';
import { selectRows } from './select-rows.js';

const noon = '2026-11-21T12:00:00Z';
let capacity: CapacityDatabase;

beforeAll(async () => {
  capacity = await openCapacityDatabase();
  await capacity.setClock(noon);
  await capacity.write([anOffer(1, {}), anOffer(2, { retiredHoursAgo: 1 })], noon);
});
afterAll(() => capacity.close());

const plainly = <R>(rows: readonly R[]): R[] => rows.map((row) => ({ ...row }));

describe('rows that are read without the query builder', () => {
  it('hold what those of the query builder hold, in its types', async () => {
    const { manager } = capacity.owner;
    const read = await manager.query<OfferRow[]>(`${selectRows(manager, OfferRow)} order by item.id`);
    expect(read).toEqual(plainly(await manager.find(OfferRow, { order: { id: 'ASC' } })));
    expect(read).toHaveLength(2);
    expect(read[0]?.createdAt).toBeInstanceOf(Date);
  });

  it('hold them where a column has the name of its property', async () => {
    const { manager } = capacity.owner;
    const read = await manager.query<SiteRow[]>(`${selectRows(manager, SiteRow)} order by item.id`);
    expect(read).toEqual(plainly(await manager.find(SiteRow, { order: { id: 'ASC' } })));
    expect(read.length).toBeGreaterThan(0);
  });
});
