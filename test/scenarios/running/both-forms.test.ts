import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { organisationByKey } from '../../../infra/demonstration/organisations.js';
import { roles } from '../../../platform/identity/caller.js';
import { broker, type Actor } from '../../actors.js';
import { cloneDatabase, type TestDatabase } from '../../database.js';
import { everyOperation, type WholeOperation } from '../../every-operation.js';
import { figureArguments } from '../../figure-arguments.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

const actors: readonly (Actor | undefined)[] = [undefined, ...roles.map((role) => ({ role }))];

/** They depend on what else is being written at that very moment, or grow with every look. */
const tellOfThisMoment: ReadonlySet<string> = new Set([
  'offerChangesCompleteUntil',
  'caseAccesses',
  'professionalAccesses',
  'familyAccesses',
]);

interface FoundDuo {
  readonly team: { readonly id: string };
  readonly members: readonly { readonly id: string }[];
  readonly windows: readonly { readonly timeWindow: string }[];
}

describe('one process and four', () => {
  let database: TestDatabase;
  let inOne: TestHub;
  let inFour: TestHub;
  let caseId: string;

  beforeAll(async () => {
    database = await cloneDatabase('demonstration');
    await database.stopClock();
    inOne = await startTestHub({ form: 'one-process', database });
    inFour = await startTestHub({ form: 'processes', database });
    caseId = await caseIdOf(inOne, 'FL-26-0042');
  });

  afterAll(async () => {
    await inOne.close();
    await inFour.close();
    await database.drop();
  });

  async function expectSame(document: string, variables: object = {}): Promise<unknown[]> {
    const answers: unknown[] = [];
    for (const actor of actors) {
      const [one, four] = await Promise.all([
        inOne.query(document, variables, actor),
        inFour.query(document, variables, actor),
      ]);
      expect(four).toEqual(one);
      answers.push(one.data);
    }
    return answers;
  }

  async function operations(): Promise<WholeOperation[]> {
    const headers = { authorization: `Bearer ${await inOne.token(broker)}` };
    const sdl = await (await fetch(`${inOne.url}/schema.graphql`, { headers })).text();
    const organisation = organisationByKey('rietvink').id;
    const lists = ['offers', 'teams', 'holds', 'referrals', 'professionals', 'consultations'];
    const [offer, team, hold, referral, professional, consultation] = await Promise.all(lists.map(firstId));
    return everyOperation(buildSchema(sdl), {
      case: `id: "${caseId}"`,
      consultation: `id: "${consultation}"`,
      freshnessBoard: 'region: "flevoland"',
      hold: `id: "${hold}"`,
      referral: `id: "${referral}"`,
      waitlist: `offerId: "${offer}"`,
      offer: `id: "${offer}"`,
      organisation: `id: "${organisation}"`,
      team: `id: "${team}"`,
      options: 'need: { birthYear: 2014, municipalityCode: "0995", nearPostcode4: "8232" }',
      deployment: `id: "${await aDeployment()}"`,
      networkRequest: `id: "${await aQuestion()}"`,
      exportedPlacement: `id: "${await aPlacement()}"`,
      exportedPlacements: 'fromOn: "2026-01-01", toOn: "2026-12-31"',
      commonTimes: `professionalIds: ["${professional}"], from: "2099-01-01T00:00:00Z", until: "2099-01-08T00:00:00Z", minutes: 60`,
      themes: 'region: "flevoland"',
      themeAgenda: 'year: 2023',
      searchProfessionals: 'search: { municipalityCode: "0995" }',
      wayfinder: 'situation: STUCK, region: "flevoland"',
      weighingGuide: 'rung: SECURE, region: "flevoland"',
      yearTable: 'region: "flevoland", year: 2023',
      ...figureArguments(2023),
    });
  }

  async function firstId(list: string): Promise<string> {
    const document = `query { ${list}(first: 1) { edges { node { id } } } }`;
    const { data } = await inOne.query<Record<string, { edges: { node: { id: string } }[] }>>(document, {}, broker);
    return data[list]?.edges[0]?.node.id ?? '';
  }

  /** A duo that goes to the family of the case. */
  async function aDeployment(): Promise<string> {
    const variables = { caseId, first: 1, weeks: 6, hoursPerWeek: 2 };
    const { data } = await inOne.query<{ case: { duos: FoundDuo[] } }>(
      committedDocument('find-duos'),
      variables,
      broker,
    );
    const [duo] = data.case.duos;
    const input = {
      ...{
        idempotencyKey: 'both-forms',
        caseId,
        teamId: duo?.team.id,
        professionalIds: duo?.members.map(({ id }) => id),
      },
      ...{ purpose: 'SHORTEN_STAY', toOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10) },
      hours: duo?.windows.slice(0, 1).map(({ timeWindow }) => ({ timeWindow, hoursPerWeek: 1 })),
    };
    const { data: sent } = await inOne.query<{ deployDuo: { deployment: { id: string } } | null }>(
      committedDocument('deploy-duo'),
      { input },
      broker,
    );
    return sent.deployDuo?.deployment.id ?? '';
  }

  /** What was asked of the network. */
  async function aQuestion(): Promise<string> {
    const input = {
      idempotencyKey: 'both-forms-question',
      function: 'KNOWLEDGE',
      situation: 'STUCK',
      municipalityCode: '0995',
    };
    const { data } = await inOne.query<{ askNetwork: { networkRequest: { id: string } } | null }>(
      committedDocument('ask-network'),
      { input },
      broker,
    );
    return data.askNetwork?.networkRequest.id ?? '';
  }

  /** Help in the own network that was allocated. */
  async function aPlacement(): Promise<string> {
    const input = { idempotencyKey: 'both-forms-placement', caseId, rung: 'COMMUNITY_SUPPORT', isSecondary: true };
    const { data } = await inOne.query<{ allocatePlacement: { placement: { id: string } } | null }>(
      committedDocument('allocate-placement'),
      { input },
      broker,
    );
    return data.allocatePlacement?.placement.id ?? '';
  }

  it('answer the promised operations alike, to everybody', async () => {
    await expectSame(committedDocument('find-options'), { caseId });
    await expectSame(committedDocument('year-table'), { region: 'flevoland', year: 2023 });
    const need = { birthYear: 2014, municipalityCode: '0995', rungs: ['AMBULATORY', 'FOSTER'] };
    await expectSame(committedDocument('options-for-a-need'), { need });
  });

  it('answer every operation of the schema alike, to everybody', async () => {
    const all = (await operations()).filter(({ name }) => !tellOfThisMoment.has(name));
    expect(all.length).toBeGreaterThanOrEqual(12);
    for (const { name, document } of all) {
      const answers = await expectSame(document);
      const seen = answers.filter((data) => (data as Record<string, unknown> | undefined)?.[name] != null);
      expect({ name, isSeen: seen.length > 0 }).toEqual({ name, isSeen: true });
    }
  });

  it('export alike', async () => {
    const exported = async (hub: TestHub): Promise<string> => {
      const headers = { authorization: `Bearer ${await hub.token(broker)}` };
      return (await fetch(`${hub.url}/export/fhir`, { headers })).text();
    };
    const one = await exported(inOne);
    expect(one).toContain('"resourceType":"HealthcareService"');
    expect(await exported(inFour)).toBe(one);
  });

  it('refuse alike what is wrong', async () => {
    await expectSame('query { nothing }');
    await expectSame('query {');
    await expectSame('query { case(id: "no such case") { id } }');
    await expectSame('query { offers(first: 1000) { pageInfo { hasNextPage } } }');
  });
});
