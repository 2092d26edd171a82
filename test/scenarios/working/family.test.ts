import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { broker, type Actor } from '../../actors.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

interface Family {
  readonly version: number;
  readonly schoolKind: string | null;
  readonly processDirector: { readonly id: string; readonly name: string } | null;
  readonly siblings: readonly { readonly number: string }[];
}

let hub: TestHub;
let ids: readonly string[];

beforeAll(async () => {
  hub = await startTestHub();
  ids = await Promise.all(['FL-26-0014', 'FL-26-0015'].map((number) => caseIdOf(hub, number)));
});
afterAll(() => hub.close());

const family = async (actor: Actor = broker, n = 0): Promise<Family | null> =>
  (await hub.query<{ case: Family | null }>(committedDocument('case-family'), { id: ids[n] }, actor)).data.case;

async function send(name: string, input: object, actor: Actor = broker): Promise<unknown[]> {
  const version = (await family())?.version;
  const given = { idempotencyKey: randomUUID(), caseId: ids[0], version, ...input };
  const { errors } = await hub.query(committedDocument(name), { input: given }, actor);
  return errors.map(({ extensions }) => extensions?.['code']);
}

describe('one family, one plan, one director', () => {
  it('is told with the cases of brothers and sisters, and who directs the help by name', async () => {
    const { data } = await hub.query<{ professionals: { edges: { node: { id: string; name: string } }[] } }>(
      '{ professionals(first: 1) { edges { node { id name } } } }',
      {},
      broker,
    );
    const director = data.professionals.edges[0]?.node;
    expect(await send('link-siblings', { siblingId: ids[1] })).toEqual([]);
    const changes = { processDirectorId: director?.id, schoolKind: 'SPECIAL_PRIMARY' };
    expect(await send('change-case', { changes })).toEqual([]);
    expect(await family()).toMatchObject({
      ...{ schoolKind: 'SPECIAL_PRIMARY', processDirector: director, siblings: [{ number: 'FL-26-0015' }] },
    });
    expect((await family(broker, 1))?.siblings).toMatchObject([{ number: 'FL-26-0014' }]);
  });

  it.each<[string, Actor, string]>([
    ['a broker of another region', { role: 'care-broker', region: 'region-2' }, 'NOT_FOUND'],
    ['another organisation', { role: 'case-owner', organisation: 'veilig-thuis' }, 'NOT_FOUND'],
    ['a provider', { role: 'provider-planner', organisation: 'rietvink' }, 'FORBIDDEN'],
    ['a member of the expert table', { role: 'ret-member' }, 'FORBIDDEN'],
    ['an analyst', { role: 'analyst' }, 'FORBIDDEN'],
    ['the privacy officer', { role: 'privacy-officer' }, 'FORBIDDEN'],
  ])('is neither told nor read by %s', async (_who, actor, code) => {
    for (const name of ['link-siblings', 'unlink-siblings'])
      expect(await send(name, { siblingId: ids[1] }, actor)).toEqual([code]);
    expect(await family(actor)).toBeNull();
  });
});
