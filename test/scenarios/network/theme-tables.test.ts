import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { employeeOf } from '../../../infra/demonstration/people/professionals.js';
import { organisationByKey } from '../../../infra/demonstration/organisations.js';
import { broker, type Actor } from '../../actors.js';
import { soon } from '../../builders/soon.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

interface Session {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly theme: { title: string } | null;
  readonly host: { name: string } | null;
  readonly outcomes: readonly string[];
  readonly participants: readonly { role: string | null; professional: { id: string } | null }[];
}

interface Times {
  readonly moments: readonly { startsAt: string; endsAt: string }[];
  readonly inTheWay: readonly { professional: { id: string; name: string } | null; withoutThem: number }[];
}

const dayMs = 86_400_000;
/** Three of a team who never have the same hour. */
const three = ['graspieper', 'ijsvogel', 'kluutvogel'].map((organisation, index) => ({
  ...{ organisation, id: employeeOf(organisation, index === 2 ? 2 : 1).id },
}));
const elsewhere: Actor = { role: 'care-broker', region: 'region-2' };
const stranger: Actor = { role: 'provider-planner', organisation: 'rietvink' };
let hub: TestHub;
/** Two of the three who do, and the planner of the first. */
let duo: string[];
let planner: Actor;

beforeAll(async () => {
  hub = await startTestHub();
  const { times } = await commonTimes(three.map(({ id }) => id));
  const [worst] = times?.inTheWay ?? [];
  const others = three.filter(({ id }) => id !== worst?.professional?.id);
  duo = others.map(({ id }) => id);
  planner = { role: 'provider-planner', organisation: others[0]?.organisation ?? '' };
});
afterAll(() => hub.close());

async function step(name: string, input: object, actor: Actor = broker) {
  const { data, errors } = await hub.query<Record<string, { themeSession: Session | null } | null> | null>(
    committedDocument(`${name}-theme-session`),
    { input: { idempotencyKey: randomUUID(), ...input } },
    actor,
  );
  return {
    session: data?.[`${name}ThemeSession`]?.themeSession ?? null,
    codes: errors.map(({ extensions }) => extensions?.['code']),
  };
}

async function commonTimes(professionalIds: readonly string[], actor: Actor = broker, other: object = {}) {
  const from = new Date(Date.now() + dayMs).toISOString();
  const until = new Date(Date.now() + 29 * dayMs).toISOString();
  const { data, errors } = await hub.query<{ commonTimes: Times | null } | null>(
    committedDocument('common-times'),
    { professionalIds, from, until, minutes: 60, ...other },
    actor,
  );
  return { times: data?.commonTimes ?? null, codes: errors.map(({ extensions }) => extensions?.['code']) };
}

async function sessions(actor: Actor): Promise<readonly Session[]> {
  const { data } = await hub.query<{ themeSessions: { edges: { node: Session }[] } | null } | null>(
    committedDocument('theme-sessions'),
    {},
    actor,
  );
  return (data?.themeSessions?.edges ?? []).map(({ node }) => node);
}

describe('a time that all participants of a round table have', () => {
  it('is not sought of whom a planner may not find, nor of who is not there', async () => {
    expect((await commonTimes(duo.slice(0, 1), planner)).codes).toEqual([]);
    expect((await commonTimes(duo, planner)).codes).toEqual(['NOT_FOUND']);
    expect((await commonTimes([randomUUID()])).codes).toEqual(['NOT_FOUND']);
  });

  it.each(['provider-system', 'analyst', 'privacy-officer', 'operator'] as const)(
    'is not told to a %s',
    async (role) => {
      expect((await commonTimes(duo, { role })).codes).toEqual(['FORBIDDEN']);
    },
  );

  it('is not there with somebody who offers no hours, who is named as the one in the way', async () => {
    const withoutHours = employeeOf('rietvink', 1).id;
    const { times } = await commonTimes([...duo, withoutHours]);
    expect(times?.moments).toEqual([]);
    expect(times?.inTheWay[0]?.professional?.id).toBe(withoutHours);
    expect(times?.inTheWay[0]?.withoutThem).toBeGreaterThan(0);
  });
});

describe('a round table about a case', () => {
  const earliest = async (): Promise<string | undefined> => (await commonTimes(duo)).times?.moments[0]?.startsAt;
  async function table(name: 'plan' | 'cancel', input: object) {
    const { data } = await hub.query<Record<string, { roundTable: { id: string; version: number } | null } | null>>(
      committedDocument(`${name}-round-table`),
      { input: { idempotencyKey: randomUUID(), ...input } },
      broker,
    );
    return data[`${name}RoundTable`]?.roundTable;
  }

  it('takes the time of who sits there, until it is cancelled', async () => {
    const plannedAt = await earliest();
    const planned = await table('plan', {
      ...{ caseId: await caseIdOf(hub, 'FL-26-0042'), kind: 'RET_MORNING', plannedAt, participantIds: duo.slice(0, 1) },
      ...{ isInstitutionInvolved: false, isInstitutionInvited: true },
    });
    expect(planned).toMatchObject({ version: 1 });
    await soon(async () => ((await earliest()) === plannedAt ? undefined : true));
    await table('cancel', { roundTableId: planned?.id, version: 1, reason: 'MOVED' });
    await soon(async () => ((await earliest()) === plannedAt ? true : undefined));
  });
});

describe('a theme table', () => {
  it('meets at a time that all have, agrees something, and those who sat there are free again', async () => {
    expect((await commonTimes(three.map(({ id }) => id))).times?.moments).toEqual([]);
    const before = (await commonTimes(duo)).times;
    const [first] = before?.moments ?? [];
    if (!first) throw new Error('the two never have time');
    const asked = {
      ...{ themeCode: 'FAMILY_LIKE_ALTERNATIVES', plannedAt: first.startsAt, minutes: 60, participantIds: duo },
      ...{
        hostOrganisationId: organisationByKey('aankoopcentrale').id,
        organisationIds: [organisationByKey('ggd').id],
      },
    };
    const planned = await step('plan', asked);
    expect(planned.codes).toEqual([]);
    expect(planned.session).toMatchObject({
      ...{ state: 'PLANNED', theme: { title: 'Gezinshuisachtige en kleinschalige plekken in de wijk' } },
      host: { name: organisationByKey('aankoopcentrale').name },
    });
    expect(planned.session?.participants).toHaveLength(3);

    expect((await commonTimes(duo)).times?.moments[0]?.startsAt).not.toBe(first.startsAt);
    expect((await step('plan', { ...asked, themeCode: 'GETTING_STUCK' })).codes).toEqual(['PARTICIPANT_NOT_FREE']);

    const read = { sessionId: planned.session?.id ?? '', version: 1 };
    await hub.database.moveClock('30 days');
    expect(
      (await step('record', { ...read, outcomes: ['MEET_AGAIN'], summary: 'Afgesproken met Fatima Yilmaz.' })).session,
    ).toBeNull();
    const held = await step('record', {
      ...read,
      outcomes: ['OFFER_TO_DEVELOP'],
      summary: 'Twee plekken erbij in 2027.',
    });
    expect(held).toMatchObject({ codes: [], session: { state: 'HELD', version: 2, outcomes: ['OFFER_TO_DEVELOP'] } });
  });

  it('is seen by who works in the region and by planners of whom it seats, each with the people they may find', async () => {
    for (const role of ['care-broker', 'case-owner', 'ret-member'] as const)
      expect((await sessions({ role })).length).toBeGreaterThan(0);
    const [own] = await sessions(planner);
    expect(own?.participants.map(({ professional }) => professional?.id).filter(Boolean)).toEqual([duo[0]]);
    for (const actor of [stranger, elsewhere]) expect(await sessions(actor)).toEqual([]);
  });

  it.each(['provider-system', 'analyst', 'privacy-officer', 'operator'] as const)(
    'is no business of a %s',
    async (role) => {
      for (const file of ['themes', 'theme-sessions'])
        expect(
          (await hub.query(committedDocument(file), {}, { role })).errors.map(({ extensions }) => extensions?.['code']),
        ).toEqual(['FORBIDDEN']);
    },
  );

  it.each(['case-owner', 'ret-member', 'provider-planner', 'analyst'] as const)(
    'is not called together by a %s',
    async (role) => {
      const asked = {
        themeCode: 'GETTING_STUCK',
        plannedAt: new Date(Date.now() + 60 * dayMs).toISOString(),
        minutes: 60,
      };
      expect((await step('plan', { ...asked, participantIds: duo }, { role })).codes).toEqual(['FORBIDDEN']);
      const read = { sessionId: randomUUID(), version: 1 };
      expect((await step('cancel', { ...read, reason: 'OTHER' }, { role })).codes).toEqual(['FORBIDDEN']);
    },
  );

  it('is cancelled by no broker of another region', async () => {
    const [known] = await sessions(broker);
    const read = { sessionId: known?.id ?? '', version: 2, reason: 'OTHER' };
    expect((await step('cancel', read, elsewhere)).codes).toEqual(['NOT_FOUND']);
  });
});
