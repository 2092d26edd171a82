import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { employeeOf } from '../../../infra/demonstration/people/professionals.js';
import { broker, type Actor } from '../../actors.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

const member: Actor = { role: 'ret-member' };
const elsewhere: Actor = { role: 'ret-member', professional: employeeOf('waterlelie', 1).id };
const stranger: Actor = { role: 'care-broker', region: 'region-2' };
const provider: Actor = { role: 'provider-planner', organisation: 'rietvink' };
const analyst: Actor = { role: 'analyst' };
const weighedRungs = [
  ...['LOCAL_TEAM', 'COMMUNITY_SUPPORT', 'MENTOR_JIM', 'AMBULATORY', 'INTENSIVE_AMBULATORY', 'DAY_TREATMENT'],
  ...['PART_TIME_RESPITE', 'KINSHIP_FOSTER', 'FOSTER', 'FAMILY_HOME', 'SMALL_SCALE'],
];

interface Table {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}
interface Checklist {
  readonly version: number;
  readonly state: string;
  readonly missing: readonly string[];
}
interface Suggestion {
  readonly rung: string;
  readonly text: string;
  readonly offersConsidered: number;
}

describe('a child for whom a place in a group is thought of', () => {
  let hub: TestHub;
  let caseId: string;

  beforeAll(async () => {
    hub = await startTestHub();
    caseId = await caseIdOf(hub, 'FL-26-0042');
  });
  afterAll(() => hub.close());

  async function change<D>(operation: string, input: object, actor: Actor = broker) {
    const variables = { input: { idempotencyKey: randomUUID(), ...input } };
    const { data, errors } = await hub.query<Record<string, D | null> | null>(
      committedDocument(operation),
      variables,
      actor,
    );
    return { step: Object.values(data ?? {})[0] ?? null, codes: errors.map(({ extensions }) => extensions?.['code']) };
  }
  const plan = (actor: Actor = broker, input: object = {}) =>
    change<{ roundTable: Table }>(
      'plan-round-table',
      {
        ...{ caseId, kind: 'RET_MORNING', plannedAt: new Date(Date.now() + 86_400_000).toISOString() },
        ...{
          participantIds: [employeeOf('rietvink', 1).id],
          isInstitutionInvolved: false,
          isInstitutionInvited: true,
          ...input,
        },
      },
      actor,
    );
  async function tablesOf(actor: Actor) {
    type Seen = {
      roundTables: {
        edges: { node: { id: string; participants: unknown[]; case: { number: string } | null } }[];
      } | null;
    };
    const { data, errors } = await hub.query<Seen>(committedDocument('round-tables'), { states: ['PLANNED'] }, actor);
    expect(errors).toEqual([]);
    return data.roundTables?.edges.map(({ node }) => node) ?? [];
  }

  it('is thought about at a table, whose members see the case until it was held', async () => {
    const { step } = await plan();
    const table = step?.roundTable;
    const seen = await tablesOf(member);
    expect(seen.map(({ id, case: file }) => [id, file?.number])).toEqual([[table?.id, 'FL-26-0042']]);
    expect(seen[0]?.participants).toMatchObject([{ name: expect.any(String), jobTitle: expect.any(String) }]);
    expect(await tablesOf(elsewhere)).toEqual([]);
    expect(await tablesOf(stranger)).toEqual([]);
    const held = {
      roundTableId: table?.id,
      version: table?.version,
      areParentsPresent: true,
      decisions: ['DEPLOY_DUO'],
    };
    expect((await change('record-round-table', held, member)).codes).toEqual(['FORBIDDEN']);
    expect((await change('record-round-table', held, stranger)).codes).toEqual(['NOT_FOUND']);
    expect((await change<{ roundTable: Table }>('record-round-table', held)).step?.roundTable.state).toBe('HELD');
    expect(await tablesOf(member)).toEqual([]);
  });

  it.each<[string, Actor, string]>([
    ['a broker of another region', stranger, 'NOT_FOUND'],
    ['a member of tables', member, 'FORBIDDEN'],
    ['a provider', provider, 'FORBIDDEN'],
    ['an analyst', analyst, 'FORBIDDEN'],
  ])('is put on no table by %s', async (_who, actor, code) => {
    expect((await plan(actor)).codes).toEqual([code]);
  });

  it('is put on no table without the institution that is involved', async () => {
    const input = { isInstitutionInvolved: true, isInstitutionInvited: false };
    expect((await plan(broker, input)).codes).toEqual(['INSTITUTION_NOT_INVITED']);
  });

  it('comes before no provider for such a place until every lighter form of help was weighed', async () => {
    const groups = `{ options(need: { municipalityCode: "0995", birthYear: 2012, rungs: [RESIDENTIAL_GROUP] }, first: 1) {
      edges { node { id organisation { id } } } } }`;
    type Found = { options: { edges: { node: { id: string; organisation: { id: string } } }[] } };
    const group = (await hub.query<Found>(groups, {}, broker)).data.options.edges[0]?.node;
    const refer = () => change('refer-case', { caseId, offerId: group?.id, organisationId: group?.organisation.id });
    expect((await refer()).codes).toEqual(['CHECKLIST_INCOMPLETE']);

    const shown = await hub.query<{ case: { residentialChecklist: Checklist & { suggestedItems: Suggestion[] } } }>(
      committedDocument('residential-checklist'),
      { caseId },
      broker,
    );
    expect(shown.errors).toEqual([]);
    const { missing, suggestedItems } = shown.data.case.residentialChecklist;
    expect(missing).toEqual([...weighedRungs, 'CONSULTATION', 'RET', 'FAMILY_FORM_REASON']);
    for (const { rung, text, offersConsidered } of suggestedItems) {
      expect(weighedRungs).toContain(rung);
      expect(text).toContain(`${offersConsidered} bekeken`);
    }

    const proposed = suggestedItems.map(({ rung }) => rung);
    let version = 0;
    const items: object[] = weighedRungs.map((rung) => ({
      alternative: { rung, verdict: proposed.includes(rung) ? 'NO_CAPACITY' : 'TRIED' },
    }));
    for (const item of [
      ...items,
      { isConsultationHeld: true, isRetDiscussed: true, familyFormReason: 'TREATMENT_NEEDED' },
    ]) {
      const { step } = await change<{ checklist: Checklist }>('answer-checklist-item', { caseId, version, ...item });
      version = step?.checklist.version ?? NaN;
    }
    for (const actor of [stranger, provider])
      expect((await change('complete-checklist', { caseId, version }, actor)).step).toBeNull();
    const { step } = await change<{ checklist: Checklist }>('complete-checklist', { caseId, version });
    expect(step?.checklist).toMatchObject({ state: 'COMPLETE', missing: [] });
    expect((await refer()).codes).toEqual([]);
  });

  it('teaches the region something, which is put before who can change it', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
    const review = { caseIds: [caseId], heldOn: today.format(new Date()), hindered: ['WAITING_TIME'] };
    const { step } = await change<{ learningReview: { id: string } }>('record-learning-review', review);
    const signal = {
      ...{
        destination: 'PROCUREMENT',
        factor: 'WAITING_TIME',
        ownerOrganisationId: employeeOf('rietvink', 1).organisation.id,
      },
      ...{ dueOn: today.format(new Date(Date.now() + 14 * 86_400_000)), learningReviewId: step?.learningReview.id },
    };
    const raised = await change<{ signal: { id: string; state: string } }>('raise-signal', signal);
    expect(raised.step?.signal.state).toBe('OPEN');
    for (const actor of [provider, member, analyst])
      expect((await change('raise-signal', signal, actor)).codes).toEqual(['FORBIDDEN']);
    type Listed = { signals: { edges: { node: { id: string } }[] } };
    const { data } = await hub.query<Listed>(committedDocument('signals'), {}, analyst);
    expect(data.signals.edges.map(({ node }) => node.id)).toEqual([raised.step?.signal.id]);
  });
});
