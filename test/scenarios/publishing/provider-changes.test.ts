import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { roles } from '../../../platform/identity/caller.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';

const planner: Actor = { role: 'provider-planner', organisation: 'windvaan' };
const competitor: Actor = { role: 'provider-planner', organisation: 'rietvink' };
const house = {
  title: 'Gezinshuis De Wissel',
  site: { municipalityCode: '0995', postcode4: '8232' },
  rung: 'FAMILY_HOME',
  category: '44',
  productCode: '44A01',
  ageMin: 0,
  ageMax: 18,
  legalFrameworks: ['VOLUNTARY'],
  unit: 'PLACE',
  capacityModel: 'PLACES',
  workingArea: ['0995'],
  contractedMunicipalities: ['0995'],
};
const need = { municipalityCode: '0995', birthYear: 2014, rungs: ['FAMILY_HOME'] };
const changes = [
  'register-offers',
  'publish-capacity',
  'close-intake',
  'reopen-intake',
  'confirm-capacity',
  'withdraw-report',
];

describe('a new offer, from its registration to its end', () => {
  let hub: TestHub;
  let offerId: string;

  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub.close());

  async function change(name: string, input: object, actor = planner): Promise<{ answer: unknown; codes: unknown[] }> {
    const asked = { input: { idempotencyKey: randomUUID(), ...input } };
    const { data, errors } = await hub.query<Record<string, unknown>>(committedDocument(name), asked, actor);
    const [answer] = Object.values(data);
    return { answer, codes: errors.map(({ extensions }) => extensions?.['code']) };
  }

  /** What a broker who searches sees of the offer: its status and reasons, or the criterion under which it fell out. */
  async function seen(): Promise<string | { status: string; codes: string[] } | null> {
    const document = `query ($need: NeedInput!) { options(need: $need, first: 100) {
      edges { node { id availability { status } } reasons { code } } excluded { code offers(first: 100) { nodes { id } } } } }`;
    const { data } = await hub.query<{
      options: {
        edges: { node: { id: string; availability: { status: string } }; reasons: { code: string }[] }[];
        excluded: { code: string; offers: { nodes: { id: string }[] } }[];
      };
    }>(document, { need }, broker);
    const edge = data.options.edges.find(({ node }) => node.id === offerId);
    if (edge) return { status: edge.node.availability.status, codes: edge.reasons.map(({ code }) => code) };
    const excluded = data.options.excluded.find(({ offers }) => offers.nodes.some(({ id }) => id === offerId));
    return excluded?.code ?? null;
  }

  const publish = (sequence: number, available: number) =>
    change('publish-capacity', {
      asOf: new Date().toISOString(),
      reports: [
        {
          offerKey: 'wissel',
          sequence,
          status: available > 0 ? 'HAS_CAPACITY' : 'NO_CAPACITY',
          available,
          maximum: 4,
          unit: 'PLACE',
        },
      ],
    });

  it('is found by brokers as soon as it is registered, and free as soon as that is reported', async () => {
    const { answer } = await change('register-offers', { offers: [{ key: 'wissel', offer: house }] });
    expect(answer).toMatchObject({ results: [{ outcome: 'CREATED' }] });
    offerId = (answer as { results: { offer: { id: string } }[] }).results[0]?.offer.id ?? '';
    expect(await seen()).toMatchObject({ status: 'UNKNOWN' });
    await publish(1, 2);
    expect(await seen()).toMatchObject({ status: 'HAS_CAPACITY' });
  });

  it('falls out while intake is closed, and a competitor cannot close it', async () => {
    expect((await change('close-intake', { offerKey: 'wissel', reason: 'INFECTION' }, competitor)).codes).toEqual([
      'NOT_FOUND',
    ]);
    await change('close-intake', { offerKey: 'wissel', reason: 'INFECTION' });
    expect(await seen()).toBe('INTAKE_CLOSED');
    await change('reopen-intake', { offerKey: 'wissel' });
    expect(await seen()).toMatchObject({ status: 'HAS_CAPACITY' });
  });

  it('says so when somebody phoned and heard otherwise, until its provider answers', async () => {
    const dispute = `mutation ($input: DisputeCapacityInput!) { disputeCapacity(input: $input) { dispute { id } } }`;
    const input = { idempotencyKey: randomUUID(), offerId, claim: 'NOT_FREE' };
    expect((await hub.query(dispute, { input }, broker)).errors).toEqual([]);
    expect((await hub.query(dispute, { input }, planner)).errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await seen()).toMatchObject({ codes: expect.arrayContaining(['FIGURE_DISPUTED']) });
    expect((await change('confirm-capacity', {})).answer).toMatchObject({
      skipped: expect.arrayContaining([{ offerKey: 'wissel', reason: 'DISPUTED' }]),
    });
    await publish(2, 1);
    expect(await seen()).toMatchObject({ codes: expect.not.arrayContaining(['FIGURE_DISPUTED']) });
  });

  it('shows the figure before a mistaken one that was taken back', async () => {
    await publish(3, 0);
    expect(await seen()).toMatchObject({ status: 'NO_CAPACITY' });
    const { answer } = await change('withdraw-report', { offerKey: 'wissel', sequence: 3 });
    expect(answer).toMatchObject({ newest: { sequence: 2, available: 1 } });
    expect(await seen()).toMatchObject({ status: 'HAS_CAPACITY' });
  });

  it('counts on the board of the region, for brokers and its provider', async () => {
    const document = `{ freshnessBoard(region: "flevoland", first: 100) { edges { node { organisation { name } offerCount isNonCompliant } } } }`;
    interface Board {
      freshnessBoard: { edges: { node: { organisation: { name: string }; offerCount: number } }[] };
    }
    const all = await hub.query<Board>(document, {}, broker);
    expect(all.data.freshnessBoard.edges.length).toBeGreaterThan(30);
    const own = await hub.query<Board>(document, {}, planner);
    expect(own.data.freshnessBoard.edges.map(({ node }) => node.organisation.name)).toEqual(['Windvaan Gezinshuizen']);
  });

  it('ends, and is found no more', async () => {
    expect((await change('register-offers', { offers: [{ key: 'wissel', isRetired: true }] })).answer).toMatchObject({
      results: [{ outcome: 'RETIRED' }],
    });
    expect(await seen()).toBeNull();
  });

  it.each(roles.filter((role) => !role.startsWith('provider-')))('is nothing that a %s may change', async (role) => {
    for (const name of changes) {
      const input = {
        'register-offers': { offers: [{ key: 'x', isRetired: true }] },
        'publish-capacity': { asOf: new Date().toISOString(), reports: [] },
        'close-intake': { offerKey: 'x', reason: 'FULL' },
        'withdraw-report': { offerKey: 'x', sequence: 1 },
        'reopen-intake': { offerKey: 'x' },
      }[name];
      expect([name, (await change(name, input ?? {}, { role })).codes]).toEqual([name, ['FORBIDDEN']]);
    }
  });
});
