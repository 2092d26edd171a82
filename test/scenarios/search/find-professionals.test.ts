import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { broker, type Actor } from '../../actors.js';
import { row } from '../../builders/desks/directory-desk.js';
import { startTestHub, type TestHub } from '../../hub.js';

const planner: Actor = { role: 'provider-planner', organisation: 'rietvink' };
const elsewhere: Actor = { role: 'provider-planner', organisation: 'polderlicht' };

interface Found {
  readonly searchProfessionals:
    | {
        readonly rank: number;
        readonly freeHoursPerWeek: number | null;
        readonly reasons: { code: string }[];
        readonly professional: { id: string; name: string; freshness: string } | null;
      }[]
    | null;
}
interface Published {
  readonly publishProfessionals: { readonly results: { professional: { id: string } | null }[] } | null;
}

describe('somebody who can help, from publishing to being found', () => {
  let hub: TestHub;
  let id: string;

  beforeAll(async () => {
    hub = await startTestHub();
    const professionals = [row({ name: 'Kim Voorbeeld', jobTitle: 'speltherapeut' }, 'k')];
    const input = { idempotencyKey: randomUUID(), professionals };
    const { data } = await hub.query<Published>(committedDocument('publish-professionals'), { input }, planner);
    id = data.publishProfessionals?.results[0]?.professional?.id ?? '';
    const windows = [{ timeWindow: 'EVENING', hoursPerWeek: 4 }];
    const week = { idempotencyKey: randomUUID(), professionalId: id, windows };
    await hub.query(committedDocument('set-availability'), { input: week }, planner);
  });
  afterAll(() => hub.close());

  const find = async (search: object, actor: Actor = broker) => {
    const variables = { search: { municipalityCode: '0995', ...search } };
    const { data, errors } = await hub.query<Found | null>(committedDocument('search-professionals'), variables, actor);
    return {
      found: data?.searchProfessionals ?? [],
      codes: errors.map(({ extensions }) => extensions?.['code']),
    };
  };

  const isFound = async (search: object, actor: Actor = broker): Promise<boolean> =>
    (await find(search, actor)).found.some(({ professional }) => professional?.id === id);

  it('is found first by the word, with the hours that are free and the reasons', async () => {
    const { found } = await find({ text: 'speltherapeut', hoursPerWeek: 4, timeWindows: ['EVENING'] });
    expect(found[0]).toMatchObject({
      rank: 1,
      freeHoursPerWeek: 4,
      reasons: [{ code: 'TEXT_FOUND' }, { code: 'HOURS_FREE' }],
      professional: { id, name: 'Kim Voorbeeld', freshness: 'FRESH' },
    });
    expect(await isFound({ text: 'speltherapeut', hoursPerWeek: 4.5 })).toBe(false);
  });

  it('is found with a typing error, and not by another word', async () => {
    expect(await isFound({ text: 'speltherapuet' })).toBe(true);
    expect(await isFound({ text: 'schuldhulp' })).toBe(false);
  });

  it('is found among those of the demonstration by what they are specialist in', async () => {
    const { found } = await find({ expertise: [{ code: 'TRAUMA', minimumLevel: 'SPECIALIST' }] });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ reasons }) => reasons.some(({ code }) => code === 'SPECIALIST'))).toBe(true);
  });

  it('is found by the own organisation, by no other provider, and not by an analyst', async () => {
    expect(await isFound({ text: 'speltherapeut' }, planner)).toBe(true);
    expect(await isFound({ text: 'speltherapeut' }, elsewhere)).toBe(false);
    expect(await find({ text: 'speltherapeut' }, { role: 'analyst' })).toEqual({ found: [], codes: ['FORBIDDEN'] });
  });

  it('is found by nobody once the organisation says that they left', async () => {
    const professionals = [{ key: 'k', leftOn: '2026-01-01' }];
    const input = { idempotencyKey: randomUUID(), professionals };
    await hub.query(committedDocument('publish-professionals'), { input }, planner);
    for (const actor of [broker, planner]) expect(await isFound({ text: 'speltherapeut' }, actor)).toBe(false);
  });
});
