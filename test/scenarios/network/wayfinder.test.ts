import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';

interface Step {
  readonly position: number;
  readonly withinHours: number | null;
  readonly teamKinds: readonly string[];
  readonly teams: { name: string; kind: string; organisation: { contact: { phone: string | null } } | null }[];
}

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

function ask(file: string, variables: object, actor: Actor) {
  return hub.query<Record<string, { steps: Step[]; points: { question: string }[] } | null> | null>(
    committedDocument(file),
    variables,
    actor,
  );
}

async function codesOf(file: string, variables: object, actor: Actor): Promise<unknown[]> {
  return (await ask(file, variables, actor)).errors.map(({ extensions }) => extensions?.['code']);
}

describe('the wayfinder', () => {
  it('names the teams of the region to ask, and within how many hours these call back', async () => {
    const { data, errors } = await ask('wayfinder', { situation: 'OUT_OF_HOME_THREATENS' }, broker);
    const steps = data?.['wayfinder']?.steps ?? [];
    expect(errors).toEqual([]);
    expect(steps.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(steps[1]).toMatchObject({ withinHours: 48, teamKinds: ['RET_2_0'] });
    expect(steps[1]?.teams.length).toBeGreaterThan(0);
    expect(steps.every(({ teams, teamKinds }) => teams.every(({ kind }) => teamKinds.includes(kind)))).toBe(true);
  });

  it('is one request to people, and one statement for the teams of all steps', async () => {
    hub.resetCounts();
    await hub.query(`{ wayfinder(situation: OUT_OF_HOME_THREATENS) { steps { teams { id } } } }`, {}, broker);
    expect([hub.subgraphRequests(), hub.statements().people.length]).toEqual([['people'], 1]);
  });
});

describe('the weighing guide', () => {
  it('asks what was tried before a place in a group', async () => {
    const { data } = await ask('weighing-guide', { rung: 'RESIDENTIAL_GROUP' }, broker);
    expect(data?.['weighingGuide']?.points[0]?.question).toContain('lichtere vormen');
  });
});

describe.each([
  ['wayfinder', { situation: 'STUCK' }],
  ['weighing-guide', { rung: 'SECURE' }],
])('what a region tells by %s', (file, variables) => {
  it.each(['care-broker', 'case-owner', 'ret-member', 'provider-planner'] as const)(
    'is for a %s, also of Flevoland to who asks for it',
    async (role) => {
      expect(await codesOf(file, { ...variables, region: 'flevoland' }, { role })).toEqual([]);
    },
  );

  it.each(['provider-system', 'analyst', 'privacy-officer', 'operator'] as const)('is not for a %s', async (role) => {
    expect(await codesOf(file, { ...variables, region: 'flevoland' }, { role })).toEqual(['FORBIDDEN']);
  });

  it.each(['region-2', 'utrecht', ''])('is not there for a region that keeps none: "%s"', async (region) => {
    expect(await codesOf(file, { ...variables, region }, broker)).toEqual(['NOT_FOUND']);
  });
});
