import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentAccounts } from '../../../infra/identity/development-accounts.js';
import { broker } from '../../actors.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

interface Found {
  readonly case: { readonly options: { readonly edges: readonly [{ readonly node: Option }] } };
}
interface Option {
  readonly organisation: { readonly id: string };
  readonly availability: { readonly available: number | null };
}

describe('whoever tries the demonstration', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub.close());

  it('can hold the first option for FL-26-0042, and sign in as who answers for it', async () => {
    const { data } = await hub.query<Found>(
      'query ($id: ID!) { case(id: $id) { options(first: 1) { edges { node { organisation { id } availability { available } } } } } }',
      { id: await caseIdOf(hub, 'FL-26-0042') },
      broker,
    );
    const [{ node }] = data.case.options.edges;
    expect(node.availability.available).toBeGreaterThan(0);
    const answering = developmentAccounts.filter(({ organisation }) => organisation === node.organisation.id);
    expect(answering).toMatchObject([{ roles: ['provider-planner'] }]);
  });

  it('signs in as different people', () => {
    const ids = developmentAccounts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(developmentAccounts.map(({ work }) => work)).size).toBe(ids.length);
  });
});
