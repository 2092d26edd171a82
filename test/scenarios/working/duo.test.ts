import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

interface FoundDuo {
  readonly hoursPerWeek: number;
  readonly windows: { timeWindow: string; hoursPerWeek: number }[];
  readonly team: { id: string };
  readonly members: { id: string; organisation: { id: string } }[];
}

interface Step {
  readonly deployment: {
    id: string;
    version: number;
    status: string;
    members: { professional: { id: string } }[];
  } | null;
}

interface Goer {
  readonly professionalId: string | null;
  readonly professional: { id: string } | null;
}

interface Course {
  readonly case: {
    readonly timeline: {
      readonly edges: {
        readonly node: {
          readonly kind: string;
          readonly subjectId: string;
          readonly codes: string[];
          readonly deployment: { id: string; members: { professional: { name: string } | null }[] } | null;
        };
      }[];
    };
  };
}

const planner = (organisation: string): Actor => ({ role: 'provider-planner', organisation });
const inSixWeeks = new Date(Date.now() + 42 * 86_400_000).toISOString().slice(0, 10);

describe('a duo for a family, from the search to what it did', () => {
  let hub: TestHub;
  let caseId: string;

  beforeAll(async () => {
    hub = await startTestHub();
    caseId = await caseIdOf(hub, 'FL-26-0042');
  });
  afterAll(() => hub.close());

  const find = async (actor: Actor = broker) => {
    const { data } = await hub.query<{ case: { duos: FoundDuo[] | null } | null }>(
      committedDocument('find-duos-by-member'),
      { caseId, hoursPerWeek: 2, weeks: 6, first: 20 },
      actor,
    );
    return data.case?.duos ?? [];
  };
  const step = async (operation: string, name: string, input: object, actor: Actor = broker) => {
    const { data, errors } = await hub.query<Record<string, Step | null> | null>(
      committedDocument(operation),
      { input: { idempotencyKey: randomUUID(), ...input } },
      actor,
    );
    return {
      deployment: data?.[name]?.deployment ?? null,
      codes: errors.map(({ extensions }) => extensions?.['code']),
    };
  };
  const inputFor = ({ team, members, windows }: FoundDuo) => ({
    caseId,
    teamId: team.id,
    professionalIds: members.map(({ id }) => id),
    purpose: 'PREVENT_OUT_OF_HOME',
    hours: windows.slice(0, 1).map(({ timeWindow }) => ({ timeWindow, hoursPerWeek: 2 })),
    toOn: inSixWeeks,
  });

  /** How closing the case is refused, once it says that so many duos go to the family: a referral of it is open all the while. */
  const refusedWhile = async (duos: number) => {
    for (const start = performance.now(); ;) {
      const { data } = await hub.query<{ case: { version: number } }>(
        'query ($id: ID!) { case(id: $id) { version } }',
        { id: caseId },
        broker,
      );
      const input = { idempotencyKey: randomUUID(), caseId, version: data.case.version, reason: 'OTHER' };
      const { errors } = await hub.query(committedDocument('close-case'), { input }, broker);
      const refusal = errors[0]?.extensions;
      if (refusal?.['duos'] === duos || performance.now() - start > 10_000) return refusal;
      await wait(50);
    }
  };

  it('is found for the need of the case, of two organisations first', async () => {
    const [first] = await find();
    expect(first?.hoursPerWeek).toBeGreaterThanOrEqual(2);
    expect(new Set(first?.members.map(({ organisation }) => organisation.id)).size).toBe(2);
  });

  it('goes once, and its hours are gone for the next family', async () => {
    const [duo] = await find();
    if (!duo) throw new Error('no duo');
    const booked = await step('deploy-duo', 'deployDuo', inputFor(duo));
    expect(booked.codes).toEqual([]);
    expect(booked.deployment).toMatchObject({ status: 'ACTIVE', version: 1 });
    const left = (await find()).filter(({ members }) =>
      members.every(({ id }) => duo.members.some((one) => one.id === id)),
    );
    expect(left.every(({ hoursPerWeek }) => hoursPerWeek <= duo.hoursPerWeek - 2)).toBe(true);

    expect(await refusedWhile(1)).toMatchObject({ code: 'CASE_RUNNING', holds: 0, referrals: 1, duos: 1 });

    const deploymentId = booked.deployment?.id ?? '';
    const action = { deploymentId, kind: 'PRACTICAL_HELP', doneOn: new Date().toISOString().slice(0, 10), hours: 1 };
    expect((await step('record-deployment-action', 'recordDeploymentAction', action)).codes).toEqual([]);
    const ended = await step('end-deployment', 'endDeployment', { deploymentId, version: 2, reason: 'GOAL_REACHED' });
    expect(ended.codes).toEqual(['VERSION_CONFLICT']);
    expect(
      (await step('end-deployment', 'endDeployment', { deploymentId, version: 1, reason: 'GOAL_REACHED' })).codes,
    ).toEqual([]);
    expect(await refusedWhile(0)).toMatchObject({ code: 'CASE_RUNNING', referrals: 1, duos: 0 });
  });

  it('stands in the timeline of the case, with who went, and cases itself knows nobody of them', async () => {
    const { data, errors } = await hub.query<Course>(
      committedDocument('case-timeline-and-duos'),
      { id: caseId },
      broker,
    );
    expect(errors).toEqual([]);
    const duo = data.case.timeline.edges.map(({ node }) => node).filter(({ deployment }) => deployment !== null);
    expect(duo.map(({ kind, codes }) => [kind, codes])).toEqual([
      ['DUO_ENDED', ['PREVENT_OUT_OF_HOME', 'GOAL_REACHED']],
      ['DUO_DEPLOYED', ['PREVENT_OUT_OF_HOME']],
    ]);
    for (const { subjectId, deployment } of duo) {
      expect(deployment?.id).toBe(subjectId);
      expect(deployment?.members.map(({ professional }) => professional?.name)).toEqual([
        ...[expect.any(String), expect.any(String)],
      ]);
    }
  });

  it('is in no timeline of who may not see the case', async () => {
    const elsewhere = { role: 'care-broker', region: 'region-2' } as const;
    const { data, errors } = await hub.query(committedDocument('case-timeline-and-duos'), { id: caseId }, elsewhere);
    expect(data).toEqual({ case: null });
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['NOT_FOUND']);
  });

  it('goes on with somebody else where one of the two is found no more, whom no provider can tell by it', async () => {
    const [duo] = await find();
    if (!duo) throw new Error('no duo');
    const input = inputFor(duo);
    const { deployment } = await step('deploy-duo', 'deployDuo', input);
    const [leaving, staying] = duo.members;
    const [{ key } = { key: '' }] = await withClient(hub.database.url('owner'), async (client) => {
      await client.query('update people.professional set is_visible = false where id = $1', [leaving?.id]);
      const sql = 'select key from people.organisation where id = $1';
      return (await client.query<{ key: string }>(sql, [staying?.organisation.id])).rows;
    });

    const membersFor = async (actor: Actor) => {
      const { data } = await hub.query<{ deployment: { members: Goer[] } }>(
        committedDocument('deployment-members'),
        { id: deployment?.id },
        actor,
      );
      return data.deployment.members.filter(({ professional }) => professional === null);
    };
    expect((await membersFor(planner(key))).map(({ professionalId }) => professionalId)).toEqual([null]);
    const [gone] = await membersFor(broker);
    expect(gone?.professionalId).toBe(leaving?.id);

    const timeWindow = input.hours[0]?.timeWindow;
    const joining = (await find())
      .filter(({ windows }) => windows.some((one) => one.timeWindow === timeWindow))
      .flatMap(({ members }) => members)
      .find(({ id }) => id !== staying?.id);
    const swap = { deploymentId: deployment?.id, version: 1, leavingId: gone?.professionalId, joiningId: joining?.id };
    expect((await step('swap-duo-member', 'swapDuoMember', swap)).codes).toEqual([]);
    expect(await membersFor(broker)).toEqual([]);
  });

  it.each<[string, Actor, unknown]>([
    ['the owner of a case', { role: 'case-owner' }, 'FORBIDDEN'],
    ['a provider', planner('graspieper'), 'FORBIDDEN'],
    ['a member of a round table', { role: 'ret-member' }, 'FORBIDDEN'],
    ['an analyst', { role: 'analyst' }, 'FORBIDDEN'],
    ['the privacy officer', { role: 'privacy-officer' }, 'FORBIDDEN'],
    ['a broker of another region', { role: 'care-broker', region: 'region-2' }, 'NOT_FOUND'],
  ])('is not sent by %s', async (_who, actor, code) => {
    const [duo] = await find();
    if (!duo) throw new Error('no duo');
    expect((await step('deploy-duo', 'deployDuo', inputFor(duo), actor)).codes).toEqual([code]);
  });
});
