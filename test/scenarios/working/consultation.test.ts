import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';

const team: Actor = { role: 'case-owner' };
const refused: [string, Actor, string][] = [
  ['a broker of another region', { role: 'care-broker', region: 'region-2' }, 'NOT_FOUND'],
  ['the team that asked', team, 'FORBIDDEN'],
  ['a provider', { role: 'provider-planner', organisation: 'rietvink' }, 'FORBIDDEN'],
  ['an analyst', { role: 'analyst' }, 'FORBIDDEN'],
];

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly result: string;
  readonly firstContactAt: string | null;
}

type Waiting = { overdueConsultations: { edges: { node: { id: string } }[] } };

describe('a question of a local team', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub.close());

  async function step(operation: string, input: object, actor = broker) {
    const type = `${operation[0]?.toUpperCase()}${operation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { step: ${operation}(input: $input) {
      consultation { id version status result firstContactAt } } }`;
    const { data, errors } = await hub.query<{ step: { consultation: Shown } | null }>(
      document,
      { input: { idempotencyKey: randomUUID(), ...input } },
      actor,
    );
    return { shown: data.step?.consultation, codes: errors.map(({ extensions }) => extensions?.['code']) };
  }
  const of = (shown: Shown | undefined) => ({ consultationId: shown?.id, version: shown?.version });
  const ask = async () =>
    (
      await step(
        'registerConsultation',
        { channel: 'EMAIL', municipalityCode: '0995', referrer: { kind: 'LOCAL_ACCESS', municipalityCode: '0995' } },
        team,
      )
    ).shown;
  async function waiting(actor = broker): Promise<string[]> {
    const document = 'query { overdueConsultations(first: 100) { edges { node { id } } } }';
    const { data } = await hub.query<Waiting>(document, {}, actor);
    return data.overdueConsultations.edges.map(({ node }) => node.id);
  }

  it('is worked on by a broker of the region until it is known what came of it', async () => {
    const asked = await ask();
    const contacted = await step('recordContact', { ...of(asked), kind: 'PHONE' });
    const helped = await step('recordIntervention', { ...of(contacted.shown), intervention: 'TEAM_ANDERS_DEPLOYMENT' });
    const outcome = { kind: 'OUT_OF_HOME_PREVENTED', measuredOn: '2026-01-31' };
    const found = await step('recordOutcome', { ...of(helped.shown), ...outcome });
    const closed = await step('closeConsultation', of(found.shown));
    expect([asked, contacted.shown, helped.shown, found.shown, closed.shown].map((shown) => shown?.status)).toEqual([
      'RECEIVED',
      'CONTACTED',
      'TEAM_DEPLOYED',
      'TEAM_DEPLOYED',
      'CLOSED',
    ]);
    expect(closed.shown).toMatchObject({ result: 'OUT_OF_HOME_PREVENTED', version: 5 });
  });

  it('is overdue when nobody answered within 48 hours, until somebody does', async () => {
    const asked = await ask();
    expect(await waiting()).not.toContain(asked?.id);
    await hub.database.moveClock('49 hours');
    expect(await waiting()).toContain(asked?.id);
    expect(await waiting(team)).toContain(asked?.id);
    await step('recordContact', { ...of(asked), kind: 'PHONE' });
    expect(await waiting()).not.toContain(asked?.id);
  });

  it.each(refused)('is not worked on by %s', async (_, actor, code) => {
    const asked = await ask();
    expect(await step('recordContact', { ...of(asked), kind: 'PHONE' }, actor)).toEqual({ codes: [code] });
  });

  it.each(refused.slice(2))('is not brought in by %s', async (_, actor) => {
    const input = { channel: 'FORM', municipalityCode: '0995', referrer: { kind: 'OTHER', municipalityCode: '0995' } };
    expect(await step('registerConsultation', input, actor)).toEqual({ codes: ['FORBIDDEN'] });
  });
});
