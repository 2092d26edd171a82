import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';

interface Asked {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly isOverdue: boolean;
  readonly isBreached: boolean;
  readonly firstContactAt: string | null;
  readonly answer: string | null;
  readonly timesHandedOn: number;
  readonly handOnReason: string | null;
  readonly team: { id: string; name: string; kind: string } | null;
}

interface Taken {
  readonly networkRequest: Asked | null;
  readonly isReplay: boolean;
}

const elsewhere: Actor = { role: 'care-broker', region: 'region-2' };
const owner: Actor = { role: 'case-owner', subject: 'who-asks' };
const stranger: Actor = { role: 'case-owner', subject: 'somebody-else' };
const question = { function: 'CONSULT_ADVICE', situation: 'STUCK', municipalityCode: '0995' };

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

async function step(file: string, name: string, input: object, actor: Actor) {
  const { data, errors } = await hub.query<Record<string, Taken | null> | null>(
    committedDocument(file),
    { input: { idempotencyKey: randomUUID(), ...input } },
    actor,
  );
  const taken = data?.[name] ?? null;
  return {
    request: taken?.networkRequest ?? null,
    isReplay: taken?.isReplay,
    codes: errors.map(({ extensions }) => extensions?.['code']),
    messages: errors.map(({ message }) => message),
  };
}

const ask = (input: object = {}, actor: Actor = owner) =>
  step('ask-network', 'askNetwork', { ...question, ...input }, actor);

async function asked(input: object = {}, actor: Actor = owner) {
  const { request, codes } = await ask(input, actor);
  if (!request?.team) throw new Error(`not asked: ${codes.join()}`);
  return { read: { requestId: request.id, version: request.version }, request, team: request.team };
}

async function list(actor: Actor, filter: object = {}): Promise<Asked[]> {
  const { data } = await hub.query<{ networkRequests: { edges: { node: Asked }[] } | null } | null>(
    committedDocument('network-requests'),
    { filter, first: 50 },
    actor,
  );
  return (data?.networkRequests?.edges ?? []).map(({ node }) => node);
}

const idsOf = (requests: readonly Asked[]) => requests.map(({ id }) => id);

/** A planner of an organisation that takes part in a team, by its key. */
async function plannerOf(teamId: string): Promise<Actor> {
  const rows = await onDatabase<{ key: string }>(
    `select o.key from people.team_participation p join people.organisation o on o.id = p.organisation_id where p.team_id = $1
       and o.kind in ('CARE_PROVIDER', 'FOSTER_CARE_PROVIDER') order by o.key limit 1`,
    [teamId],
  );
  return { role: 'provider-planner', organisation: rows[0]?.key ?? 'nobody' };
}

/** A professional who is in a team today. */
async function memberOf(teamId: string): Promise<Actor> {
  const rows = await onDatabase<{ id: string }>(
    `select professional_id as id from people.team_membership where team_id = $1 and to_on is null and people.is_present(professional_id) limit 1`,
    [teamId],
  );
  return { role: 'ret-member', professional: rows[0]?.id ?? 'nobody', subject: 'a-member' };
}

function onDatabase<R extends object>(sql: string, values: unknown[]): Promise<R[]> {
  return withClient(hub.database.url('owner'), async (client) => (await client.query<R>(sql, values)).rows);
}

describe('a question to the network', () => {
  it('goes to a team that works there, which promises to call back within 48 hours', async () => {
    const { request, codes } = await ask();
    expect(codes).toEqual([]);
    expect(request).toMatchObject({ state: 'ASKED', version: 1, isOverdue: false, isBreached: false, answer: null });
    expect(['RET', 'RET_2_0', 'EXPERT_TEAM']).toContain(request?.team?.kind);
    const [kept] = await list(owner);
    expect(Date.parse(kept?.dueAt ?? '') - Date.parse(kept?.askedAt ?? '')).toBe(48 * 3_600_000);
  });

  it('is asked once for each key', async () => {
    const idempotencyKey = randomUUID();
    const first = await ask({ idempotencyKey });
    expect(await ask({ idempotencyKey })).toMatchObject({ isReplay: true, request: { id: first.request?.id } });
  });

  it('goes to who is at home in it, and next to whom has less to do', async () => {
    const first = await asked({ expertise: 'AUTISM' });
    const able = await onDatabase<{ able: boolean }>(
      `select exists (select from people.team_membership m join people.expertise e on e.professional_id = m.professional_id
         where m.team_id = $1 and e.code = 'AUTISM') as able`,
      [first.team.id],
    );
    expect(able).toEqual([{ able: true }]);
    const second = await asked({ expertise: 'AUTISM' });
    expect(second.team.id).not.toBe(first.team.id);
  });

  it('is answered by a member of the team, after a first contact', async () => {
    const { read, team } = await asked();
    const member = await memberOf(team.id);
    const contacted = await step('answer-request', 'answerRequest', { ...read, answer: 'CONTACTED' }, member);
    expect(contacted).toMatchObject({ codes: [], request: { state: 'CONTACTED', version: 2 } });
    expect(contacted.request?.firstContactAt).not.toBeNull();
    const again = { ...read, version: 2 };
    const answered = await step('answer-request', 'answerRequest', { ...again, answer: 'ADVICE_GIVEN' }, member);
    expect(answered.request).toMatchObject({ state: 'ANSWERED', answer: 'ADVICE_GIVEN', isBreached: false });
    const late = await step('escalate-request', 'escalateRequest', { ...read, version: 3, reason: 'RULES' }, owner);
    expect(late.codes).toEqual(['STATE_CONFLICT']);
  });

  it('is handed on by a planner of the team, who sees what became of it, under the same promise', async () => {
    const { read, request, team } = await asked();
    const planner = await plannerOf(team.id);
    const handed = await step('hand-on-request', 'handOnRequest', { ...read, reason: 'NO_TIME' }, planner);
    expect(handed).toMatchObject({ codes: [], request: { state: 'ASKED', timesHandedOn: 1, handOnReason: 'NO_TIME' } });
    expect(handed.request?.team?.id).not.toBe(team.id);
    expect(handed.request?.dueAt).toBe(request.dueAt);
    expect(idsOf(await list(planner))).toContain(request.id);
  });

  it('is handed on to no team that cannot answer', async () => {
    const { read, team } = await asked();
    const planner = await plannerOf(team.id);
    for (const toTeamId of [team.id, randomUUID(), 'no id'])
      expect(
        (await step('hand-on-request', 'handOnRequest', { ...read, reason: 'OTHER_AREA', toTeamId }, planner)).codes,
      ).toEqual(['NO_TEAM_TO_ASK']);
  });

  it('is never handed on to a team that ended, and its sender hears who took over', async () => {
    const { read, team } = await asked();
    const ended = await onDatabase<{ id: string }>(`select id from people.team where kind = any($1)`, [
      ['RET', 'ACCELERATION'],
    ]);
    expect(ended).toHaveLength(2);
    for (const { id: toTeamId } of ended) {
      const handing = { ...read, reason: 'OTHER_AREA', toTeamId };
      const { codes, messages } = await step('hand-on-request', 'handOnRequest', handing, await plannerOf(team.id));
      expect([codes, messages]).toEqual([
        ['TEAM_ENDED'],
        ['Dit team bestaat niet meer. Vraag het aan de opvolger: RET 2.0 (voorbeeld).'],
      ]);
    }
  });

  it('is escalated by who asked it, and then settled by a broker of the region', async () => {
    const { read } = await asked();
    const escalated = await step('escalate-request', 'escalateRequest', { ...read, reason: 'TOO_LATE' }, owner);
    expect(escalated).toMatchObject({ codes: [], request: { state: 'ESCALATED' } });
    expect(idsOf(await list(broker, { states: ['ESCALATED'] }))).toContain(read.requestId);
    const settled = { ...read, version: 2, answer: 'HELP_ORGANISED' };
    expect((await step('answer-request', 'answerRequest', settled, broker)).request?.state).toBe('ANSWERED');
  });

  it('is overdue when nobody called back in time, and stays counted as a breach when somebody did later', async () => {
    const { read, request, team } = await asked();
    await onDatabase(`update people.network_request set due_at = hub_now() - interval '1 minute' where id = $1`, [
      request.id,
    ]);
    expect(idsOf(await list(broker, { overdue: true }))).toEqual([request.id]);
    await step('answer-request', 'answerRequest', { ...read, answer: 'CONTACTED' }, await memberOf(team.id));
    expect(await list(broker, { overdue: true })).toEqual([]);
    expect(idsOf(await list(broker, { breached: true }))).toEqual([request.id]);
    expect(idsOf(await list(broker, { breached: false }))).not.toContain(request.id);
  });
});

describe('a question to the network is refused', () => {
  it.each(['provider-system', 'analyst', 'privacy-officer', 'operator'] as const)('from a %s', async (role) => {
    expect((await ask({}, { role })).codes).toEqual(['FORBIDDEN']);
  });

  it('from a broker for another region, and where no team works', async () => {
    expect((await ask({}, elsewhere)).codes).toEqual(['NOT_FOUND']);
    expect((await ask({ municipalityCode: '0363' })).codes).toEqual(['NO_TEAM_TO_ASK']);
    expect((await ask({ municipalityCode: '0001' })).codes).toEqual(['UNKNOWN_MUNICIPALITY']);
  });

  it('an answer, by who asked it and by whoever is of no team that was asked', async () => {
    const { read, team } = await asked();
    const answer = { ...read, answer: 'ADVICE_GIVEN' };
    const answerAs = async (actor: Actor) => (await step('answer-request', 'answerRequest', answer, actor)).codes;
    const outside = await onDatabase<{ id: string }>(
      `select p.id from people.professional p where p.id not in (select professional_id from people.team_membership where team_id = $1) limit 1`,
      [team.id],
    );
    expect(await answerAs(owner)).toEqual(['FORBIDDEN']);
    expect(await answerAs({ role: 'ret-member', professional: outside[0]?.id ?? '' })).toEqual(['NOT_FOUND']);
    expect(await answerAs(elsewhere)).toEqual(['NOT_FOUND']);
  });

  it('a step on what was changed meanwhile, or was asked by another', async () => {
    const { read } = await asked();
    const escalate = async (input: object, actor: Actor) =>
      (await step('escalate-request', 'escalateRequest', { ...input, reason: 'RULES' }, actor)).codes;
    expect(await escalate({ ...read, version: 9 }, owner)).toEqual(['VERSION_CONFLICT']);
    expect(await escalate(read, stranger)).toEqual(['NOT_FOUND']);
    expect(await escalate({ ...read, requestId: 'no id' }, owner)).toEqual(['NOT_FOUND']);
  });

  it('a look, to whoever neither asked it nor may answer it', async () => {
    const { request } = await asked();
    expect(idsOf(await list(owner))).toContain(request.id);
    expect(await list(stranger)).toEqual([]);
    expect(await list(elsewhere)).toEqual([]);
  });
});

it('a list of questions is three statements of people with what is written down of it, however many teams are asked', async () => {
  await asked();
  hub.resetCounts();
  expect((await list(broker)).length).toBeGreaterThan(5);
  expect([hub.subgraphRequests(), hub.statements().people.length]).toEqual([['people'], 3]);
});
