import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { employeeOf } from '../../../infra/demonstration/people/professionals.js';
import { broker, type Actor } from '../../actors.js';
import { openHoldScene, planner, type HoldScene } from '../../builders/scenes/hold-scene.js';
import { openReferralScene, type ReferralScene } from '../../builders/scenes/referral-scene.js';
import { startTestHub, type TestHub } from '../../hub.js';

const team: Actor = { role: 'case-owner' };
/** None of them has anything to do with this child. */
const strangers: readonly Actor[] = [
  { role: 'care-broker', region: 'region-2' },
  { role: 'case-owner', organisation: 'veilig-thuis' },
  { role: 'ret-member', professional: employeeOf('waterlelie', 1).id },
  { role: 'provider-planner', organisation: 'waterlelie' },
  { role: 'provider-system', organisation: 'waterlelie' },
  { role: 'analyst' },
  { role: 'privacy-officer' },
  { role: 'operator' },
];
const atHome = ['AMBULATORY', 'INTENSIVE_AMBULATORY'];

interface Changed {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}
interface Duo {
  readonly team: { readonly id: string };
  readonly members: readonly { readonly id: string }[];
  readonly windows: readonly { readonly timeWindow: string }[];
}
interface YearRows {
  readonly yearTable: { sections: { rows: { key: string; total: number | null }[] }[] } | null;
}

describe('a phone call, a round table, a duo, a refused place, a second place, care at home, and six months later', () => {
  let hub: TestHub;
  let holds: HoldScene;
  let referrals: ReferralScene;
  let consultation: Changed;
  let child: Changed;
  let preventedBefore: number;

  beforeAll(async () => {
    hub = await startTestHub();
    holds = await openHoldScene(hub);
    referrals = openReferralScene(hub);
    preventedBefore = await prevented();
  });
  afterAll(() => hub.close());

  async function send(name: string, input: object, actor: Actor) {
    const variables = { input: { idempotencyKey: randomUUID(), ...input } };
    const { data, errors } = await hub.query<Record<string, Record<string, unknown> | null> | null>(
      committedDocument(name),
      variables,
      actor,
    );
    const step = Object.values(data ?? {})[0] ?? {};
    const changed = Object.values(step).find((value) => typeof value === 'object' && value !== null);
    return { changed: changed as Changed | undefined, codes: errors.map(({ extensions }) => extensions?.['code']) };
  }

  /** Every stranger is refused first, and then it is done. */
  async function only(name: string, input: object, actor: Actor = broker): Promise<Changed> {
    for (const stranger of strangers) {
      const { changed, codes } = await send(name, input, stranger);
      expect([stranger.role, changed, codes.length]).toEqual([stranger.role, undefined, 1]);
      expect(['NOT_FOUND', 'FORBIDDEN', 'OPERATION_NOT_REGISTERED', 'REQUEST_DOES_NOT_MATCH_SCOPES']).toContain(
        codes[0],
      );
    }
    const { changed, codes } = await soon(
      () => send(name, input, actor),
      (answer) => !answer.codes.includes('NOT_FOUND') && !answer.codes.includes('HOLD_NOT_KNOWN'),
    );
    expect([name, codes]).toEqual([name, []]);
    if (!changed) throw new Error(`${name} gave nothing`);
    return changed;
  }

  /** What one part tells another arrives in a moment. */
  async function soon<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
    for (const start = performance.now(); ;) {
      const answer = await ask();
      if (isSo(answer) || performance.now() - start > 10_000) return answer;
      await wait(50);
    }
  }

  const ofConsultation = () => ({ consultationId: consultation.id, version: consultation.version });
  const dayIn = async (days: number): Promise<string> => {
    const [row] = await holds.asOwner(
      `select ((hub_now() at time zone 'Europe/Amsterdam')::date + ${days})::text as day`,
    );
    return String(row?.['day']);
  };
  const read = async (name: string): Promise<Record<string, unknown>> => {
    const { data } = await hub.query<{ case: Record<string, unknown> }>(
      committedDocument(name),
      { id: child.id },
      broker,
    );
    return data.case;
  };

  /** How many children stayed at home or came home sooner, by the table of the year. */
  async function prevented(): Promise<number> {
    const [row] = await holds.asOwner(
      `select extract(year from hub_now() at time zone 'Europe/Amsterdam')::int as year`,
    );
    const variables = { region: 'flevoland', year: row?.['year'] };
    const { data } = await hub.query<YearRows>(committedDocument('year-table'), variables, broker);
    const rows = data.yearTable?.sections.flatMap((section) => section.rows) ?? [];
    return rows.find(({ key }) => key === 'OUT_OF_HOME_PREVENTED')?.total ?? 0;
  }

  /** A place of the provider that is given at the child's home, held for the case and put before the provider. */
  async function putBefore(): Promise<string> {
    let offerId = await holds.offerWith(4);
    for (let tries = 0; tries < 20 && !(await isAtHome(offerId)); tries += 1) offerId = await holds.offerWith(4);
    const held = await only('hold-place', { caseId: child.id, offerId, quantity: 1 });
    const { codes } = await referrals.refer(child.id, 'rietvink', { offerId, holdId: held.id });
    expect(codes).toEqual([]);
    return held.id;
  }
  const isAtHome = async (offerId: string): Promise<boolean> => {
    const [row] = await holds.asOwner('select rung from capacity.offer where id = $1', [offerId]);
    return atHome.includes(String(row?.['rung']));
  };

  it('a team calls, and a broker calls back within 48 hours', async () => {
    const referrer = { kind: 'LOCAL_ACCESS', municipalityCode: '0995' };
    const asked = await send('register-consultation', { channel: 'PHONE', municipalityCode: '0995', referrer }, team);
    consultation = asked.changed as Changed;
    consultation = await only('record-contact', { ...ofConsultation(), kind: 'PHONE', minutes: 25 });
    expect(consultation['status']).toBe('CONTACTED');
  });

  it('it becomes a case, with what help is sought', async () => {
    const facts = { birthYear: 2013, municipalityCode: '0995', postcode4: '8232', legalFrameworks: ['VOLUNTARY'] };
    child = await only('open-case', { consultationId: consultation.id, ...facts });
    const need = { rungs: atHome, timeWindows: ['EVENING'], hoursPerWeek: 2, characteristics: ['TRAUMA'] };
    child = await only('describe-need', { caseId: child.id, version: child.version, need });
    expect(child['number']).toMatch(/^FL-\d\d-\d{4}$/);
    const document = 'query ($id: ID!) { case(id: $id) { consultations { id version } } }';
    const { data } = await hub.query<{ case: { consultations: Changed[] } }>(document, { id: child.id }, broker);
    expect(data.case.consultations.map(({ id }) => id)).toEqual([consultation.id]);
    consultation = data.case.consultations[0] ?? consultation;
  });

  it('experts think along at a table, and decide that a duo goes', async () => {
    const table = await only('plan-round-table', {
      ...{ caseId: child.id, kind: 'ACCELERATION_TABLE', plannedAt: new Date(Date.now() + 3_600_000).toISOString() },
      ...{ participantIds: [employeeOf('rietvink', 1).id], isInstitutionInvolved: false, isInstitutionInvited: false },
    });
    const decided = { areParentsPresent: true, decisions: ['DEPLOY_DUO'] };
    const held = await only('record-round-table', { roundTableId: table.id, version: table.version, ...decided });
    expect(held['state']).toBe('HELD');
  });

  it('a duo goes to the family, and puts a bunk bed together', async () => {
    const variables = { caseId: child.id, first: 1, weeks: 6 };
    const { data } = await hub.query<{ case: { duos: Duo[] } }>(committedDocument('find-duos'), variables, broker);
    const [duo] = data.case.duos;
    const deployed = await only('deploy-duo', {
      ...{ caseId: child.id, teamId: duo?.team.id, professionalIds: duo?.members.map(({ id }) => id) },
      ...{ purpose: 'PREVENT_OUT_OF_HOME', toOn: await dayIn(41) },
      hours: duo?.windows.map(({ timeWindow }) => ({ timeWindow, hoursPerWeek: 2 })),
    });
    const action = { kind: 'PRACTICAL_HELP', doneOn: await dayIn(0), hours: 1.5 };
    const done = await only('record-deployment-action', { deploymentId: deployed.id, ...action });
    expect(done['actions']).toEqual([action]);
    const intervention = 'TEAM_ANDERS_DEPLOYMENT';
    consultation = await only('record-intervention', { ...ofConsultation(), intervention });
    expect(consultation['status']).toBe('TEAM_DEPLOYED');
  });

  it('the first place is refused', async () => {
    await referrals.agree(child.id, team);
    const holdId = await putBefore();
    expect((await holds.answer({ holdId, answer: 'REFUSE', reason: 'STAFF_MISSING' }, planner)).codes).toEqual([]);
    const shown = await soon(
      () => read('case-placements'),
      (file) => file['declineCount'] === 1,
    );
    expect(shown['referrals']).toMatchObject([{ state: 'DECLINED', declineReason: 'STAFF_MISSING' }]);
  });

  it('the second is given, and care starts at home', async () => {
    const holdId = await putBefore();
    expect((await holds.answer({ holdId, answer: 'ACCEPT' }, planner)).codes).toEqual([]);
    await soon(
      () => read('case-placements'),
      (file) => (file['referrals'] as { state: string }[]).some(({ state }) => state === 'ACCEPTED'),
    );
    const allocated = await only('allocate-placement', { caseId: child.id, holdId });
    const started = await only('start-placement', { placementId: allocated.id, version: allocated.version });
    expect(started).toMatchObject({ status: 'STARTED', rung: expect.stringMatching(/AMBULATORY$/) });
    const shown = await soon(
      () => read('case-placements'),
      (file) => file['currentRung'] === started['rung'],
    );
    expect(shown['currentRung']).toBe(started['rung']);
  });

  it('the child stays at home, which counts in the table of the year', async () => {
    const found = { kind: 'OUT_OF_HOME_PREVENTED', measuredOn: await dayIn(0), followUpOn: await dayIn(182) };
    consultation = await only('record-outcome', { ...ofConsultation(), ...found });
    consultation = await only('close-consultation', ofConsultation());
    expect(consultation['status']).toBe('CLOSED');
    expect(await prevented()).toBe(preventedBefore + 1);
  });

  it('six months later it is asked again, and still stable', async () => {
    await hub.database.moveClock('183 days');
    type Due = { outcomesDue: { edges: { node: { consultation: { id: string; version: number } } }[] } };
    const due = await hub.query<Due>(committedDocument('outcomes-due'), {}, broker);
    const asked = due.data.outcomesDue.edges.map(({ node }) => node.consultation);
    expect(asked.map(({ id }) => id)).toContain(consultation.id);
    const found = { kind: 'OUT_OF_HOME_PREVENTED', measuredOn: await dayIn(0), isStable: true };
    consultation = await only('record-outcome', { ...ofConsultation(), ...found });
    const after = await hub.query<Due>(committedDocument('outcomes-due'), {}, broker);
    expect(after.data.outcomesDue.edges.map(({ node }) => node.consultation.id)).not.toContain(consultation.id);
  });

  it('all of it stands in the timeline of the case, and nothing of it is told to strangers', async () => {
    const shown = await read('case-timeline');
    const steps = ['CONSULTED', 'CONTACT', 'OPENED', 'NEED_DESCRIBED', 'TABLE_HELD', 'CONSENT_RECORDED', 'REFERRED'];
    steps.push('REFERRAL_DECLINED', 'REFERRAL_ACCEPTED', 'CARE_ALLOCATED', 'CARE_STARTED', 'OUTCOME');
    const kinds = (shown['timeline'] as { edges: { node: { kind: string } }[] }).edges.map(({ node }) => node.kind);
    expect(kinds).toEqual(expect.arrayContaining(steps));
    for (const stranger of strangers) {
      const { data, errors } = await hub.query<{ case: unknown } | null>(
        committedDocument('case-timeline'),
        { id: child.id },
        stranger,
      );
      expect([stranger.role, data?.case ?? null, errors.length > 0]).toEqual([stranger.role, null, true]);
    }
  });
});
