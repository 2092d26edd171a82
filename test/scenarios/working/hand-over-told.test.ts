import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { broker, type Actor } from '../../actors.js';
import { soon } from '../../builders/soon.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

interface Notice {
  readonly kind: string;
  readonly caseId: string | null;
  readonly message: string;
}

const there: Actor = { ...broker, region: 'region-2', subject: 'somebody there' };
let hub: TestHub;
let caseId: string;

beforeAll(async () => {
  hub = await startTestHub();
  caseId = await caseIdOf(hub, 'FL-26-0014');
});
afterAll(() => hub.close());

async function told(actor: Actor): Promise<readonly Notice[] | null> {
  type Notices = { notices: { edges: { node: Notice }[] } | null };
  const { data } = await hub.query<Notices>(committedDocument('case-notices'), {}, actor);
  return data.notices?.edges.map(({ node }) => node) ?? null;
}

describe('a case that is handed to another region', () => {
  it('is told to the brokers there, who open it from the notice', async () => {
    const { data } = await hub.query<{ case: { version: number } }>(
      'query ($id: ID!) { case(id: $id) { version } }',
      { id: caseId },
      broker,
    );
    const input = { idempotencyKey: randomUUID(), caseId, version: data.case.version, region: 'region-2' };
    const { errors } = await hub.query(committedDocument('hand-over-case'), { input }, broker);
    expect(errors).toEqual([]);
    const [notice] = await soon(async () => {
      const notices = await told(there);
      return notices?.length ? notices : undefined;
    });
    expect(notice).toMatchObject({ kind: 'CASE_RECEIVED', caseId, message: expect.stringMatching(/overgedragen/) });
    const opened = await hub.query<{ case: { id: string } | null }>(
      committedDocument('case'),
      { id: notice?.caseId },
      there,
    );
    expect(opened.data.case?.id).toBe(caseId);
  });

  it.each<[string, Actor, readonly Notice[] | null]>([
    ['who handed it over', broker, []],
    ['another organisation', { role: 'case-owner', organisation: 'veilig-thuis' }, []],
    ['a planner', { role: 'provider-planner', organisation: 'rietvink' }, []],
    ['a system of a provider', { role: 'provider-system', organisation: 'rietvink' }, null],
    ['an analyst', { role: 'analyst' }, null],
    ['a member of the expert table', { role: 'ret-member' }, null],
  ])('is not told to %s', async (_who, actor, answer) => {
    expect(await told(actor)).toEqual(answer);
  });
});
