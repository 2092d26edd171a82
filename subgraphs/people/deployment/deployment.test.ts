import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/identity/caller.js';
import { duoPeople, openDuoDesk, type DuoDesk } from '../../../test/builders/desks/duo-desk.js';
import { idOf } from '../testing/rows.js';

const { broker, brokerElsewhere, owner, otherOwner, planner, otherPlanner } = duoPeople;
let desk: DuoDesk;
let today: string;

beforeAll(async () => {
  desk = await openDuoDesk();
  const [row] = await desk.owner.query<{ today: string }[]>('select today() as today');
  today = row?.today ?? '';
});
afterAll(() => desk.close());
beforeEach(() => desk.begin());

const day = (after: number): string => new Date(Date.parse(today) + after * 86_400_000).toISOString().slice(0, 10);
const asked = (other: Record<string, unknown> = {}) => ({
  caseId: idOf(1),
  teamId: idOf(51),
  professionalIds: [idOf(11), idOf(22)],
  purpose: 'PREVENT_OUT_OF_HOME',
  hours: [{ timeWindow: 'EVENING', hoursPerWeek: 5 }],
  toOn: day(83),
  ...other,
});
const deploy = (other: Record<string, unknown> = {}, caller: Caller = broker) =>
  desk.step(caller, 'deployDuo', asked(other));
const deployed = async (other: Record<string, unknown> = {}) => {
  const { deployment, codes } = await deploy(other);
  expect(codes).toEqual([]);
  if (!deployment) throw new Error('no deployment');
  return { deploymentId: deployment.id, version: deployment.version };
};
const hoursLeft = async (professional: number, part = 'EVENING', from = 0, to = 83): Promise<number> => {
  const [row] = await desk.owner.query<{ left: number }[]>('select hours_left($1, $2, $3, $4) as left', [
    ...[idOf(professional), part, day(from), day(to)],
  ]);
  return row?.left ?? NaN;
};

describe('a duo that is sent to a family', () => {
  it('is booked for the hours, both at once, and once for each key', async () => {
    const input = asked({ idempotencyKey: 'once' });
    const first = await desk.step(broker, 'deployDuo', input);
    expect(first.codes).toEqual([]);
    expect(first.deployment).toMatchObject({ status: 'ACTIVE', version: 1, fromOn: today, toOn: day(83) });
    expect(first.deployment?.members.map(({ professional }) => professional?.id)).toEqual([idOf(11), idOf(22)]);
    expect(await desk.step(broker, 'deployDuo', input)).toMatchObject({
      isReplay: true,
      deployment: { id: first.deployment?.id },
    });
    expect([await hoursLeft(11), await hoursLeft(22), await hoursLeft(12)]).toEqual([3, 3, 8]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['of one', { professionalIds: [idOf(11)] }, 'BAD_USER_INPUT'],
    ['of three', { professionalIds: [11, 12, 22].map(idOf) }, 'BAD_USER_INPUT'],
    ['of somebody twice', { professionalIds: [idOf(11), idOf(11)] }, 'ALREADY_IN_DUO'],
    ['with somebody of another team', { professionalIds: [idOf(11), idOf(91)] }, 'NOT_A_TEAM_MEMBER'],
    [
      'of a team that does not go in duos',
      { teamId: idOf(52), professionalIds: [idOf(11), idOf(91)] },
      'NOT_A_TEAM_MEMBER',
    ],
    ['with somebody who does not want to be found', { professionalIds: [idOf(11), idOf(31)] }, 'NOT_A_TEAM_MEMBER'],
    ['for more hours than one has', { hours: [{ timeWindow: 'EVENING', hoursPerWeek: 8.5 }] }, 'NO_HOURS_LEFT'],
    ['in a part of the week without hours', { hours: [{ timeWindow: 'NIGHT', hoursPerWeek: 1 }] }, 'NO_HOURS_LEFT'],
    ['for no hours', { hours: [] }, 'BAD_USER_INPUT'],
    ['for a quarter of an hour', { hours: [{ timeWindow: 'EVENING', hoursPerWeek: 0.25 }] }, 'BAD_USER_INPUT'],
    ['before today', { fromOn: '2020-01-01' }, 'BAD_USER_INPUT'],
    ['that ends before it begins', { toOn: '2020-01-01' }, 'BAD_USER_INPUT'],
    ['for years', { toOn: '2099-01-01' }, 'BAD_USER_INPUT'],
    ['for a case of another region', { caseId: idOf(3) }, 'NOT_FOUND'],
    ['for a case that is not there', { caseId: idOf(999) }, 'NOT_FOUND'],
    ['for a case that is closed', { caseId: idOf(4) }, 'CASE_CLOSED'],
  ])('is refused %s, and nobody is booked', async (_what, other, code) => {
    expect((await deploy(other)).codes).toEqual([code]);
    expect(await desk.owner.query('select 1 from deployment')).toEqual([]);
    expect(await hoursLeft(11)).toBe(8);
  });

  it.each<[string, Caller]>([
    ['the owner of the case', owner],
    ['a provider', planner],
  ])('is sent by a broker, not by %s', async (_who, caller) => {
    expect((await deploy({}, caller)).codes).toEqual(['FORBIDDEN']);
  });

  it('is never booked over its hours, wherever the other family lives', async () => {
    await deployed();
    expect((await deploy({ caseId: idOf(3) }, brokerElsewhere)).codes).toEqual(['NO_HOURS_LEFT']);
    expect((await deploy({ caseId: idOf(2), hours: [{ timeWindow: 'EVENING', hoursPerWeek: 3 }] })).codes).toEqual([]);
    expect((await deploy({ caseId: idOf(2), hours: [{ timeWindow: 'EVENING', hoursPerWeek: 0.5 }] })).codes).toEqual([
      'NO_HOURS_LEFT',
    ]);
    expect((await deploy({ caseId: idOf(2), hours: [{ timeWindow: 'WEEKEND', hoursPerWeek: 4 }] })).codes).toEqual([]);
  });

  it('is free again for a time when the other family is done', async () => {
    await deployed({ toOn: day(20) });
    expect((await deploy({ caseId: idOf(2), fromOn: day(20) })).codes).toEqual(['NO_HOURS_LEFT']);
    expect((await deploy({ caseId: idOf(2), fromOn: day(21) })).codes).toEqual([]);
  });

  it('is not found while one of both is away, and not asked', async () => {
    await desk.owner.query('insert into absence values ($1, $2, $3)', [idOf(22), day(30), day(40)]);
    expect((await deploy()).codes).toEqual(['PROFESSIONAL_ABSENT']);
    expect((await deploy({ toOn: day(29) })).codes).toEqual([]);
  });
});

describe('the steps of a deployment', () => {
  it('end it: the hours are free from the next day on, and the case keeps who went', async () => {
    const read = await deployed();
    const { deployment } = await desk.step(broker, 'endDeployment', { ...read, reason: 'GOAL_REACHED' });
    expect(deployment).toMatchObject({ endedOn: today, version: 2, members: [{ toOn: today }, { toOn: today }] });
    expect(await hoursLeft(11, 'EVENING', 1)).toBe(8);
    expect((await desk.step(broker, 'endDeployment', { ...read, version: 2, reason: 'MISTAKE' })).codes).toEqual([
      'STATE_CONFLICT',
    ]);
  });

  it('end one that has not begun as if it never was', async () => {
    const read = await deployed({ fromOn: day(7) });
    const { deployment } = await desk.step(broker, 'endDeployment', { ...read, reason: 'MISTAKE' });
    expect(deployment).toMatchObject({ endedOn: day(6), members: [] });
    expect(await hoursLeft(11)).toBe(8);
  });

  it('extend it, as far as both have the hours', async () => {
    const read = await deployed({ toOn: day(10) });
    await deployed({ caseId: idOf(2), fromOn: day(40), toOn: day(50) });
    expect((await desk.step(broker, 'extendDeployment', { ...read, toOn: day(45) })).codes).toEqual(['NO_HOURS_LEFT']);
    expect((await desk.step(broker, 'extendDeployment', { ...read, toOn: day(9) })).codes).toEqual(['BAD_USER_INPUT']);
    const { deployment } = await desk.step(broker, 'extendDeployment', { ...read, toOn: day(39) });
    expect(deployment).toMatchObject({ toOn: day(39), version: 2 });
  });

  it('let another take over: a duo stays two', async () => {
    const read = await deployed();
    const swap = { ...read, leavingId: idOf(11), fromOn: day(5) };
    expect((await desk.step(broker, 'swapDuoMember', { ...swap, joiningId: idOf(22) })).codes).toEqual([
      'ALREADY_IN_DUO',
    ]);
    expect(
      (await desk.step(broker, 'swapDuoMember', { ...swap, fromOn: day(999), joiningId: idOf(21) })).codes,
    ).toEqual(['BAD_USER_INPUT']);
    expect(
      (await desk.step(broker, 'swapDuoMember', { ...swap, leavingId: idOf(12), joiningId: idOf(21) })).codes,
    ).toEqual(['NOT_FOUND']);
    expect((await desk.step(broker, 'swapDuoMember', { ...swap, joiningId: idOf(91) })).codes).toEqual([
      'NOT_A_TEAM_MEMBER',
    ]);
    const { deployment } = await desk.step(broker, 'swapDuoMember', { ...swap, joiningId: idOf(12) });
    expect(deployment?.members.map(({ professional, fromOn, toOn }) => [professional?.id, fromOn, toOn])).toEqual([
      [idOf(11), today, day(4)],
      [idOf(22), today, day(83)],
      [idOf(12), day(5), day(83)],
    ]);
    expect([await hoursLeft(11, 'EVENING', 5), await hoursLeft(12, 'EVENING', 5)]).toEqual([8, 3]);
  });

  it('write down what was done, also by the organisation of who did it', async () => {
    const { deploymentId } = await deployed();
    const action = { deploymentId, kind: 'PRACTICAL_HELP', doneOn: today, hours: 2 };
    expect((await desk.step(planner, 'recordDeploymentAction', action)).codes).toEqual([]);
    const { deployment } = await desk.step(broker, 'recordDeploymentAction', { ...action, hours: 1.5 });
    expect(deployment?.actions.map(({ hours }) => hours)).toEqual([1.5, 2]);
    expect((await desk.step(otherPlanner, 'recordDeploymentAction', action)).codes).toEqual(['NOT_FOUND']);
    expect((await desk.step(broker, 'recordDeploymentAction', { ...action, doneOn: day(1) })).codes).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it('ask for the version that was read: nothing of another is lost', async () => {
    const read = await deployed();
    await desk.step(broker, 'extendDeployment', { ...read, toOn: day(90) });
    expect((await desk.step(broker, 'endDeployment', { ...read, reason: 'GOAL_REACHED' })).codes).toEqual([
      'VERSION_CONFLICT',
    ]);
  });

  it.each<[string, Caller, unknown]>([
    ['a broker of another region', brokerElsewhere, 'NOT_FOUND'],
    ['the owner of the case', owner, 'FORBIDDEN'],
    ['a provider', planner, 'FORBIDDEN'],
  ])('are not taken by %s', async (_who, caller, code) => {
    const read = await deployed();
    expect((await desk.step(caller, 'endDeployment', { ...read, reason: 'MISTAKE' })).codes).toEqual([code]);
  });
});

describe('who sees a deployment', () => {
  const one = `query ($id: ID!) { deployment(id: $id) { id case { id } members { professional { id } } team { id } } }`;

  it.each<[string, Caller, boolean, boolean]>([
    ['a broker of the region', broker, true, true],
    ['the owner of the case', owner, true, true],
    ['the organisation of a member, without the case', planner, true, false],
    ['another owner', otherOwner, false, false],
    ['another provider', otherPlanner, false, false],
    ['a broker of another region', brokerElsewhere, false, false],
  ])('%s: %s', async (_who, caller, sees, seesCase) => {
    const { deploymentId } = await deployed();
    const { data } = await desk.ask(caller, one, { id: deploymentId });
    const found = data?.['deployment'] as { case: { id: string } | null } | null;
    expect([found !== null, found?.case?.id ?? null]).toEqual([sees, seesCase ? idOf(1) : null]);
    const rows = await desk.owner.query<unknown[]>(
      `select 1 from audit_event where object_type = 'Deployment' and outcome = $1 and action = 'R'`,
      [sees ? 'GRANTED' : 'REFUSED'],
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});
