import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { networkActors, openNetworkScene, type Asked, type NetworkScene } from '../../builders/scenes/network-scene.js';
import { startTestHub, type TestHub } from '../../hub.js';

const { elsewhere, owner, stranger } = networkActors;
let hub: TestHub;
let scene: NetworkScene;

beforeAll(async () => {
  hub = await startTestHub();
  scene = openNetworkScene(hub);
});
afterAll(() => hub.close());

/** Moves on while one row is written, as it does on a busy machine. */
const slowClock = `create or replace function public.hub_now() returns timestamptz language sql stable as
  'select clock_timestamp() from pg_sleep(0.002)'`;
const idsOf = (requests: readonly Asked[]) => requests.map(({ id }) => id);

describe('a question to the network', () => {
  it('goes to a team that works there, which promises to call back within 48 hours', async () => {
    await withClient(hub.database.url('owner'), (client) => client.query(slowClock));
    const { request, codes } = await scene.ask();
    await hub.database.moveClock('0');
    expect(codes).toEqual([]);
    expect(request).toMatchObject({ state: 'ASKED', version: 1, isOverdue: false, isBreached: false, answer: null });
    expect(['RET', 'RET_2_0', 'EXPERT_TEAM']).toContain(request?.team?.kind);
    const [kept] = await scene.list(owner);
    expect(Date.parse(kept?.dueAt ?? '') - Date.parse(kept?.askedAt ?? '')).toBe(48 * 3_600_000);
  });

  it('tells whoever is to call back which organisation asked, and how to reach it', async () => {
    const { read, team } = await scene.asked({}, { role: 'provider-planner', organisation: 'rietvink' });
    const rietvink = {
      name: 'Rietvink Jeugdhulp',
      contact: { phone: expect.stringMatching(/^\+31/), email: 'info@rietvink.example' },
    };
    for (const actor of [await scene.memberOf(team.id), await scene.plannerOf(team.id), broker]) {
      expect((await scene.one(read.requestId, actor)).request).toMatchObject({ askedBy: rietvink });
      const listed = (await scene.list(actor)).find(({ id }) => id === read.requestId);
      expect(listed?.askedBy).toMatchObject(rietvink);
    }
  });

  it('is asked once for each key', async () => {
    const idempotencyKey = randomUUID();
    const first = await scene.ask({ idempotencyKey });
    expect(await scene.ask({ idempotencyKey })).toMatchObject({ isReplay: true, request: { id: first.request?.id } });
  });

  it('goes to who is at home in it, and next to whom has less to do', async () => {
    const first = await scene.asked({ expertise: 'AUTISM' });
    const able = await scene.onDatabase<{ able: boolean }>(
      `select exists (select from people.team_membership m join people.expertise e on e.professional_id = m.professional_id
         where m.team_id = $1 and e.code = 'AUTISM') as able`,
      [first.team.id],
    );
    expect(able).toEqual([{ able: true }]);
    const second = await scene.asked({ expertise: 'AUTISM' });
    expect(second.team.id).not.toBe(first.team.id);
  });

  it('is answered by a member of the team, after a first contact', async () => {
    const { read, team } = await scene.asked();
    const member = await scene.memberOf(team.id);
    const contacted = await scene.step('answer', { ...read, answer: 'CONTACTED' }, member);
    expect(contacted).toMatchObject({ codes: [], request: { state: 'CONTACTED', version: 2 } });
    expect(contacted.request?.firstContactAt).not.toBeNull();
    const again = { ...read, version: 2 };
    const answered = await scene.step('answer', { ...again, answer: 'ADVICE_GIVEN' }, member);
    expect(answered.request).toMatchObject({ state: 'ANSWERED', answer: 'ADVICE_GIVEN', isBreached: false });
    const late = await scene.step('escalate', { ...read, version: 3, reason: 'RULES' }, owner);
    expect(late.codes).toEqual(['STATE_CONFLICT']);
  });

  it('is handed on by a planner of the team, who sees what became of it, under the same promise', async () => {
    const { read, request, team } = await scene.asked();
    const planner = await scene.plannerOf(team.id);
    const handed = await scene.step('handOn', { ...read, reason: 'NO_TIME' }, planner);
    expect(handed).toMatchObject({ codes: [], request: { state: 'ASKED', timesHandedOn: 1, handOnReason: 'NO_TIME' } });
    expect(handed.request?.team?.id).not.toBe(team.id);
    expect(handed.request?.dueAt).toBe(request.dueAt);
    expect(idsOf(await scene.list(planner))).toContain(request.id);
  });

  it('is handed on to no team that cannot answer', async () => {
    const { read, team } = await scene.asked();
    const planner = await scene.plannerOf(team.id);
    for (const toTeamId of [team.id, randomUUID(), 'no id'])
      expect((await scene.step('handOn', { ...read, reason: 'OTHER_AREA', toTeamId }, planner)).codes).toEqual([
        'NO_TEAM_TO_ASK',
      ]);
  });

  it('is never handed on to a team that ended, and its sender hears who took over', async () => {
    const { read, team } = await scene.asked();
    const ended = await scene.onDatabase<{ id: string }>(`select id from people.team where kind = any($1)`, [
      ['RET', 'ACCELERATION'],
    ]);
    expect(ended).toHaveLength(2);
    for (const { id: toTeamId } of ended) {
      const handing = { ...read, reason: 'OTHER_AREA', toTeamId };
      const { codes, messages } = await scene.step('handOn', handing, await scene.plannerOf(team.id));
      expect([codes, messages]).toEqual([
        ['TEAM_ENDED'],
        ['Dit team bestaat niet meer. Vraag het aan de opvolger: RET 2.0 (voorbeeld).'],
      ]);
    }
  });

  it('is escalated by who asked it, and then settled by a broker of the region', async () => {
    const { read } = await scene.asked();
    const escalated = await scene.step('escalate', { ...read, reason: 'TOO_LATE' }, owner);
    expect(escalated).toMatchObject({ codes: [], request: { state: 'ESCALATED' } });
    expect(idsOf(await scene.list(broker, { states: ['ESCALATED'] }))).toContain(read.requestId);
    const settled = { ...read, version: 2, answer: 'HELP_ORGANISED' };
    expect((await scene.step('answer', settled, broker)).request?.state).toBe('ANSWERED');
  });

  it('is listed by whether one asked it oneself, also for a broker who sees those of the region', async () => {
    const { request } = await scene.asked();
    expect(idsOf(await scene.list(owner, { askedByMe: true }))).toContain(request.id);
    expect(idsOf(await scene.list(owner, { askedByMe: false }))).not.toContain(request.id);
    expect(idsOf(await scene.list(broker, { askedByMe: true }))).not.toContain(request.id);
    expect(idsOf(await scene.list(broker, { askedByMe: false }))).toContain(request.id);
  });

  it('is overdue when nobody called back in time, and stays counted as a breach when somebody did later', async () => {
    const { read, request, team } = await scene.asked();
    await scene.onDatabase(`update people.network_request set due_at = hub_now() - interval '1 minute' where id = $1`, [
      request.id,
    ]);
    expect(idsOf(await scene.list(broker, { overdue: true }))).toEqual([request.id]);
    await scene.step('answer', { ...read, answer: 'CONTACTED' }, await scene.memberOf(team.id));
    expect(await scene.list(broker, { overdue: true })).toEqual([]);
    expect(idsOf(await scene.list(broker, { breached: true }))).toContain(request.id);
    expect(idsOf(await scene.list(broker, { breached: false }))).not.toContain(request.id);
  });
});

describe('a question to the network is refused', () => {
  it.each(['provider-system', 'analyst', 'privacy-officer', 'operator'] as const)('from a %s', async (role) => {
    expect((await scene.ask({}, { role })).codes).toEqual(['FORBIDDEN']);
  });

  it('from a broker for another region, and where no team works', async () => {
    expect((await scene.ask({}, elsewhere)).codes).toEqual(['NOT_FOUND']);
    expect((await scene.ask({ municipalityCode: '0363' })).codes).toEqual(['NO_TEAM_TO_ASK']);
    expect((await scene.ask({ municipalityCode: '0001' })).codes).toEqual(['UNKNOWN_MUNICIPALITY']);
  });

  it('an answer, by who asked it and by whoever is of no team that was asked', async () => {
    const { read, team } = await scene.asked();
    const answer = { ...read, answer: 'ADVICE_GIVEN' };
    const answerAs = async (actor: Actor) => (await scene.step('answer', answer, actor)).codes;
    const outside = await scene.onDatabase<{ id: string }>(
      `select p.id from people.professional p where p.id not in (select professional_id from people.team_membership where team_id = $1) limit 1`,
      [team.id],
    );
    expect(await answerAs(owner)).toEqual(['FORBIDDEN']);
    expect(await answerAs({ role: 'ret-member', professional: outside[0]?.id ?? '' })).toEqual(['NOT_FOUND']);
    expect(await answerAs(elsewhere)).toEqual(['NOT_FOUND']);
  });

  it('a step on what was changed meanwhile, or was asked by another', async () => {
    const { read } = await scene.asked();
    const escalate = async (input: object, actor: Actor) =>
      (await scene.step('escalate', { ...input, reason: 'RULES' }, actor)).codes;
    expect(await escalate({ ...read, version: 9 }, owner)).toEqual(['VERSION_CONFLICT']);
    expect(await escalate(read, stranger)).toEqual(['NOT_FOUND']);
    expect(await escalate({ ...read, requestId: 'no id' }, owner)).toEqual(['NOT_FOUND']);
  });

  it('a second step of a planner whose colleague handed it on meanwhile: it is told that it changed, and then that it is of another team', async () => {
    const { read, team } = await scene.asked();
    const planner = await scene.plannerOf(team.id);
    await scene.step('handOn', { ...read, reason: 'NO_TIME' }, planner);
    const answerAt = async (version: number) =>
      (await scene.step('answer', { ...read, version, answer: 'ADVICE_GIVEN' }, planner)).codes;
    expect([await answerAt(1), await answerAt(2)]).toEqual([['VERSION_CONFLICT'], ['FORBIDDEN']]);
  });

  it.each(['provider-system', 'analyst', 'privacy-officer', 'operator'] as const)(
    'every look and every step of a %s',
    async (role) => {
      const { read } = await scene.asked();
      const steps = [
        (await scene.one(read.requestId, { role })).codes,
        (await scene.step('answer', { ...read, answer: 'CONTACTED' }, { role })).codes,
        (await scene.step('handOn', { ...read, reason: 'NO_TIME' }, { role })).codes,
        (await scene.step('escalate', { ...read, reason: 'RULES' }, { role })).codes,
      ];
      expect(steps).toEqual(steps.map(() => ['FORBIDDEN']));
    },
  );

  it('an answer or a way on by an owner of cases, who asks and does not answer', async () => {
    const { read } = await scene.asked();
    const answered = await scene.step('answer', { ...read, answer: 'CONTACTED' }, owner);
    const handed = await scene.step('handOn', { ...read, reason: 'NO_TIME' }, owner);
    expect([answered.codes, handed.codes]).toEqual([['FORBIDDEN'], ['FORBIDDEN']]);
  });

  it('a look, to whoever neither asked it nor may answer it', async () => {
    const { request } = await scene.asked();
    expect(idsOf(await scene.list(owner))).toContain(request.id);
    expect(await scene.list(stranger)).toEqual([]);
    expect(await scene.list(elsewhere)).toEqual([]);
    for (const actor of [stranger, elsewhere]) {
      expect((await scene.one(request.id, actor)).codes).toEqual(['NOT_FOUND']);
      const refused = await scene.onDatabase<object>(
        `select from people.audit_event where object_type = 'NetworkRequest' and action = 'R' and outcome = 'REFUSED' and $1 = any(object_ids)`,
        [request.id],
      );
      expect(refused.length).toBeGreaterThan(0);
    }
    expect((await scene.one('no id', owner)).codes).toEqual(['NOT_FOUND']);
  });
});

it('a list of questions is four statements of people with what is written down of it, however many teams are asked and organisations ask', async () => {
  await scene.asked();
  hub.resetCounts();
  expect((await scene.list(broker)).length).toBeGreaterThan(5);
  expect([hub.subgraphRequests(), hub.statements().people.length]).toEqual([['people'], 4]);
});
