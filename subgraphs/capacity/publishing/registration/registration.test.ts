import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../platform/identity/caller.js';
import {
  foreign,
  key,
  noon,
  offer,
  openCapacityDesk,
  system,
  type CapacityDesk,
} from '../../../../test/builders/desks/capacity-desk.js';
import { aHold, aReport } from '../../../../test/builders/rows/offer.js';

let desk: CapacityDesk;

beforeAll(async () => {
  desk = await openCapacityDesk();
});
beforeEach(async () => {
  await desk.database.write([], noon);
  await desk.clearEvents();
});
afterAll(() => desk.close());

const site = { key: 'hoofd', name: 'Hoofdlocatie', municipalityCode: 'GM0995', postcode4: '8232 AB' };

const details = (replaced: object = {}) => ({
  title: 'Begeleiding thuis',
  description: 'Hulp in het gezin',
  site,
  rung: 'AMBULATORY',
  category: '45',
  productCode: '45A01',
  ageMin: 4,
  ageMax: 18,
  legalFrameworks: ['VOLUNTARY'],
  unit: 'HOUR_PER_WEEK',
  capacityModel: 'HOURS',
  workingArea: ['0995', 'GM0034'],
  ...replaced,
});
const row = (replaced: object = {}, rowKey = 'a') => ({ key: rowKey, offer: details(replaced) });

interface Result {
  outcome: string;
  error: { code: string; field: string } | null;
}

async function register(offers: object[], replaced: object = {}, caller: Caller = system) {
  const asked =
    'results { outcome error { code field } offer { key title site { name postcode4 municipality { code } } workingArea { code } languages } }';
  const { answer, codes } = await desk.change(caller, 'registerOffers', { offers, ...replaced }, asked);
  return { results: (answer?.['results'] ?? []) as Result[], codes };
}

async function outcomes(offers: object[], replaced: object = {}, caller: Caller = system): Promise<string[]> {
  const { results } = await register(offers, replaced, caller);
  return results.map(({ outcome, error }) => [outcome, error?.code, error?.field].filter(Boolean).join(' '));
}

const count = async (table: string): Promise<number> => {
  const rows: { count: number }[] = await desk.database.db.query(`select count(*)::integer as count from ${table}`);
  return rows[0]?.count ?? 0;
};

describe('an offer', () => {
  it('is registered with its site, changed, ended and begun again by its own key', async () => {
    expect(await register([row()])).toEqual({
      results: [
        {
          outcome: 'CREATED',
          error: null,
          offer: {
            key: 'a',
            title: 'Begeleiding thuis',
            site: { name: 'Hoofdlocatie', postcode4: '8232', municipality: { code: '0995' } },
            workingArea: [{ code: '0034' }, { code: '0995' }],
            languages: ['nl'],
          },
        },
      ],
      codes: [],
    });
    expect(await outcomes([row({ workingArea: ['0034', '0995', '0034'] })])).toEqual(['UNCHANGED']);
    expect(await outcomes([row({ title: 'Anders' })])).toEqual(['CHANGED']);
    expect(await outcomes([row({ title: 'Anders', site: { ...site, name: 'Nieuw' } })])).toEqual(['CHANGED']);
    expect(await outcomes([row({ title: 'Anders', site: { key: 'hoofd' } }, 'b')])).toEqual(['CREATED']);
    expect(await outcomes([{ key: 'a', isRetired: true }])).toEqual(['RETIRED']);
    expect(await outcomes([{ key: 'a', isRetired: true }])).toEqual(['UNCHANGED']);
    expect(await outcomes([row({ title: 'Anders', site: { key: 'hoofd' } })])).toEqual(['CHANGED']);
    expect([await count('offer'), await count('site')]).toEqual([2, 1]);
    expect(await desk.kinds()).toEqual([
      ...Array.from({ length: 4 }, () => 'offer.registered'),
      'offer.retired',
      'offer.registered',
    ]);
  });

  it('is of its own organisation alone: the same key of another is another offer', async () => {
    expect(await outcomes([row()])).toEqual(['CREATED']);
    expect(await outcomes([row({ site: { key: 'hoofd' } })], {}, foreign)).toEqual([
      'REJECTED SITE_KEY_UNKNOWN offers.0.offer.site.key',
    ]);
    expect(await outcomes([{ key: 'a', isRetired: true }], {}, foreign)).toEqual([
      'REJECTED OFFER_KEY_UNKNOWN offers.0.key',
    ]);
    expect(await outcomes([row()], {}, foreign)).toEqual(['CREATED']);
    expect([await count('offer'), await count('site')]).toEqual([2, 2]);
  });

  it.each<[string, object, string]>([
    ['without a title', { title: ' ' }, 'BAD_USER_INPUT offers.0.offer.title'],
    ['with a BSN in it', { description: 'bel 111222333' }, 'CONTAINS_BSN offers.0.offer.description'],
    ['at a site whose key may be a BSN', { site: { key: '111222333' } }, 'CONTAINS_BSN offers.0.offer.site.key'],
    ['on a rung that nobody offers', { rung: 'MENTOR_JIM' }, 'BAD_USER_INPUT offers.0.offer.rung'],
    ['tailored without a home rung', { rung: 'TAILORED' }, 'BAD_USER_INPUT offers.0.offer.homeRung'],
    ['with a home rung it does not have', { homeRung: 'FOSTER' }, 'BAD_USER_INPUT offers.0.offer.homeRung'],
    ['at home with a mentor', { rung: 'TAILORED', homeRung: 'MENTOR_JIM' }, 'BAD_USER_INPUT offers.0.offer.homeRung'],
    ['of a category out of use', { category: '39' }, 'BAD_USER_INPUT offers.0.offer.category'],
    ['of no product', { productCode: '123456' }, 'BAD_USER_INPUT offers.0.offer.productCode'],
    ['for nobody by age', { ageMin: 12, ageMax: 11 }, 'BAD_USER_INPUT offers.0.offer.ageMax'],
    ['for no child', { childrenTogether: 0 }, 'BAD_USER_INPUT offers.0.offer.childrenTogether'],
    ['counted in what its model does not count', { unit: 'PLACE' }, 'BAD_USER_INPUT offers.0.offer.unit'],
    ['under no legal ground', { legalFrameworks: [] }, 'BAD_USER_INPUT offers.0.offer.legalFrameworks'],
    ['that works nowhere', { workingArea: [] }, 'BAD_USER_INPUT offers.0.offer.workingArea'],
    ['that works where nothing is', { workingArea: ['0001'] }, 'UNKNOWN_MUNICIPALITY offers.0.offer.workingArea.0'],
    [
      'under contract nowhere known',
      { contractedMunicipalities: ['0001'] },
      'UNKNOWN_MUNICIPALITY offers.0.offer.contractedMunicipalities.0',
    ],
    ['at a site without a place', { site: {} }, 'BAD_USER_INPUT offers.0.offer.site.key'],
    [
      'at a site with half a place',
      { site: { postcode4: '8232' } },
      'BAD_USER_INPUT offers.0.offer.site.municipalityCode',
    ],
    [
      'at a postcode that is none',
      { site: { ...site, postcode4: '1001' } },
      'UNKNOWN_POSTCODE offers.0.offer.site.postcode4',
    ],
    [
      'at a number that is none',
      { site: { ...site, establishmentNumber: '1' } },
      'BAD_USER_INPUT offers.0.offer.site.establishmentNumber',
    ],
  ])('%s is refused, and the next is not', async (_what, replaced, expected) => {
    expect(await outcomes([row(replaced), row({}, 'b')])).toEqual([`REJECTED ${expected}`, 'CREATED']);
    expect(await count('offer')).toBe(1);
  });

  it('is refused under half a description, an odd key or a key named twice', async () => {
    expect(
      await outcomes([{ key: 'a' }, { ...row({}, 'b'), isRetired: true }, row({}, ' c'), row({}, 'd'), row({}, 'd')]),
    ).toEqual([
      'REJECTED BAD_USER_INPUT offers.0.offer',
      'REJECTED BAD_USER_INPUT offers.1.offer',
      'REJECTED BAD_USER_INPUT offers.2.key',
      'REJECTED OFFER_KEY_REPEATED offers.3.key',
      'REJECTED OFFER_KEY_REPEATED offers.4.key',
    ]);
  });

  it('keeps its unit once something was reported', async () => {
    await outcomes([row()]);
    expect(await outcomes([row({ unit: 'DAYDEEL' })])).toEqual(['CHANGED']);
    await desk.change(
      system,
      'publishCapacity',
      {
        asOf: noon,
        reports: [{ offerKey: 'a', sequence: 1, status: 'NO_CAPACITY', available: 0, maximum: 1, unit: 'DAYDEEL' }],
      },
      'isReplay',
    );
    expect(await outcomes([row()])).toEqual(['REJECTED UNIT_FIXED offers.0.offer.unit']);
  });

  it('does not end while a place of it is held', async () => {
    await desk.database.write(
      [offer(1, { reports: [aReport()], holds: [aHold()] }), offer(2, { holds: [aHold({ endedHoursAgo: 0.1 })] })],
      noon,
    );
    await desk.database.owner
      .query(`update hold set ended_as = 'RELEASED' where ended_at is not null and ended_as is null`)
      .catch(() => undefined);
    expect(
      await outcomes([
        { key: key(1), isRetired: true },
        { key: key(2), isRetired: true },
      ]),
    ).toEqual(['REJECTED OFFER_HELD offers.0.key', 'RETIRED']);
  });
});

describe('a site', () => {
  it('without a key is found again by where it stands and what it is called', async () => {
    const nameless = { municipalityCode: '0995', postcode4: '8232' };
    expect(
      await outcomes([
        row({ site: nameless }, 'a'),
        row({ site: nameless }, 'b'),
        row({ site: { ...nameless, name: 'Andere' } }, 'c'),
      ]),
    ).toEqual(['CREATED', 'CREATED', 'CREATED']);
    expect(await outcomes([row({ site: nameless }, 'a')])).toEqual(['UNCHANGED']);
    const names: unknown = await desk.database.db.query('select name from site order by name');
    expect(names).toEqual([{ name: 'Andere' }, { name: 'Lelystad 8232' }]);
  });

  it('stays as it was when the offer that describes it is refused', async () => {
    const reported = { key: 'hoofd', name: 'Hoofdlocatie', municipalityCode: 'GM0995', postcode4: '8232' };
    expect(await outcomes([row({}, 'a'), row({}, 'b')])).toEqual(['CREATED', 'CREATED']);
    const report = { offerKey: 'a', sequence: 1, status: 'UNKNOWN', available: 0, maximum: 6, unit: 'HOUR_PER_WEEK' };
    await desk.change(system, 'publishCapacity', { asOf: noon, reports: [report] }, 'isReplay');
    const moved = { ...reported, name: 'Anders', postcode4: '8242' };
    expect(await outcomes([row({ unit: 'DAYDEEL', site: moved }, 'a'), row({}, 'b')])).toEqual([
      'REJECTED UNIT_FIXED offers.0.offer.unit',
      'UNCHANGED',
    ]);
    expect(await outcomes([row({ unit: 'DAYDEEL', site: moved }, 'a'), row({ title: 'Anders' }, 'b')])).toEqual([
      'REJECTED UNIT_FIXED offers.0.offer.unit',
      'CHANGED',
    ]);
    const sites: unknown = await desk.database.db.query('select name, postcode4 from site');
    expect(sites).toEqual([{ name: 'Hoofdlocatie', postcode4: '8232' }]);
  });

  it('cannot be two things in one request', async () => {
    expect(await outcomes([row({}, 'a'), row({ site: { ...site, name: 'Anders' } }, 'b')])).toEqual([
      'CREATED',
      'REJECTED BAD_USER_INPUT offers.1.offer.site.key',
    ]);
  });
});

describe('a registration', () => {
  it('is all or nothing when asked', async () => {
    expect(await outcomes([row(), row({ title: '' }, 'b')], { isAtomic: true })).toEqual([
      'REJECTED OTHER_ROWS_REFUSED offers.0',
      'REJECTED BAD_USER_INPUT offers.1.offer.title',
    ]);
    expect([await count('offer'), await count('site'), await desk.kinds()]).toEqual([0, 0, []]);
  });

  it('can be rehearsed', async () => {
    expect(await outcomes([row()], { isRehearsal: true })).toEqual(['CREATED']);
    expect([await count('offer'), await count('site'), await desk.kinds()]).toEqual([0, 0, []]);
  });

  it('of five hundred offers costs the statements of one', async () => {
    const counts: number[] = [];
    for (const size of [1, 500]) {
      desk.database.statements.length = 0;
      const { results } = await register(Array.from({ length: size }, (_, n) => row({}, `${size}-${n}`)));
      expect(results.filter(({ outcome }) => outcome === 'CREATED')).toHaveLength(size);
      counts.push(desk.database.statements.length);
    }
    // the first writes the site as well
    expect(counts).toEqual([16, 15]);
  });

  it.each([0, 501])('of %i offers is refused', async (size) => {
    expect((await register(Array.from({ length: size }, (_, n) => ({ key: `${n}`, isRetired: true })))).codes).toEqual([
      'TOO_MANY_ROWS',
    ]);
  });
});
