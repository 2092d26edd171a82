import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyAudit } from '../../../infra/audit/audit.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';

const planner: Actor = { role: 'provider-planner' };

interface Found {
  professionals: { edges: { node: Professional }[] } | null;
}
interface Professional {
  id: string;
  organisation: { id: string };
}
interface Accesses {
  professionalAccesses: { edges: { node: { userId: string; purpose: string } }[] } | null;
}

describe('a professional who asks who looked at the profile', () => {
  let hub: TestHub;
  let own: Professional[];

  beforeAll(async () => {
    hub = await startTestHub();
    own = await professionalsFor(planner);
  });
  afterAll(() => hub.close());

  async function professionalsFor(actor: Actor, filter = ''): Promise<Professional[]> {
    const document = `{ professionals(first: 100 ${filter}) { edges { node { id organisation { id } } } } }`;
    const { data } = await hub.query<Found>(document, {}, actor);
    return data.professionals?.edges.map(({ node }) => node) ?? [];
  }

  const document = `query ($id: ID!) { professionalAccesses(professionalId: $id) { edges { node { userId purpose } } } }`;
  const ask = (id: string, actor: Actor) => hub.query<Accesses>(document, { id }, actor);

  it('hears it of the planner of the own organisation, with the one name of each user', async () => {
    const [seen] = await professionalsFor(broker, `, filter: { organisationId: "${own[0]?.organisation.id ?? ''}" }`);
    const id = seen?.id ?? '';
    const { data } = await ask(id, planner);
    expect(data.professionalAccesses?.edges.map(({ node }) => node)).toEqual([
      { userId: 'urn:thuisbasis:development#demonstration-care-broker', purpose: 'FIND_CARE' },
      { userId: 'urn:thuisbasis:development#demonstration-provider-planner', purpose: 'PLAN_CARE' },
    ]);
  });

  it('can trust the answer: each access is sealed within seconds', async () => {
    const owner = hub.database.url('owner');
    const chain = async () => (await verifyAudit(owner)).find(({ schema }) => schema === 'people');
    while (((await chain())?.sealed ?? 0) < 2) await wait(100);
    expect(await chain()).toMatchObject({ brokenAt: null, unsealed: 0 });
  });

  it('is told of by nobody else: a planner elsewhere hears what he would of nobody', async () => {
    const elsewhere = (await professionalsFor(broker)).find(({ id }) => !own.some((one) => one.id === id))?.id ?? '';
    const answers = await Promise.all(
      [elsewhere, '00000000-0000-4000-8000-000000000000'].map((id) => ask(id, planner)),
    );
    for (const { data, errors } of answers)
      expect([data.professionalAccesses, errors[0]?.extensions?.['code']]).toEqual([null, 'NOT_FOUND']);
    expect((await ask(elsewhere, broker)).errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
