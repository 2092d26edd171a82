import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyAudit } from '../../../infra/audit/audit.js';
import { broker, type Actor } from '../../actors.js';
import { openBrowser, signIn } from '../../builders/browser/browser.js';
import { startTestHub, type TestHub } from '../../hub.js';

const owner: Actor = { role: 'case-owner', organisation: 'veilig-thuis' };
const officer: Actor = { role: 'privacy-officer' };
const explanation = 'Vader staat nu bij de school, er moet vandaag een plek zijn.';

interface Seen {
  readonly case: {
    readonly postcode4: string | null;
    readonly need: { readonly nearPostcode4: string | null };
    readonly options: { readonly edges: { readonly distanceToHomeKm: number | null }[] };
  } | null;
}

interface Opened {
  readonly breakGlass: { readonly breakGlass: { readonly id: string }; readonly isReplay: boolean } | null;
}

const opening = `mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { breakGlass { id endsAt } isReplay } }`;
const looking = `query ($id: ID!) { case(id: $id) { postcode4 need { nearPostcode4 } options(first: 20) { edges { distanceToHomeKm } } } }`;
const listing = '{ breakGlasses { edges { node { id caseId userId explanation } } } }';

describe('a child in danger, whose postcodes only its owner knows', () => {
  let hub: TestHub;
  let ids: string[];

  beforeAll(async () => {
    hub = await startTestHub();
    const document = '{ cases(first: 100) { edges { node { id isRestricted } } } }';
    type Cases = { cases: { edges: { node: { id: string; isRestricted: boolean } }[] } };
    const restrictedFor = async (actor: Actor): Promise<string[]> =>
      (await hub.query<Cases>(document, {}, actor)).data.cases.edges
        .filter(({ node }) => node.isRestricted)
        .map(({ node }) => node.id);
    // those of the owner first
    ids = [...new Set([...(await restrictedFor(owner)), ...(await restrictedFor(broker))])];
  });
  afterAll(() => hub.close());

  const codesOf = (errors: readonly { extensions?: Record<string, unknown> }[]) =>
    errors.map(({ extensions }) => extensions?.['code']);
  const inputFor = (n: number): object => ({
    idempotencyKey: randomUUID(),
    caseId: ids[n],
    reason: 'IMMEDIATE_DANGER',
    explanation,
  });
  const proven = (subject: string): Actor => ({ ...broker, subject, secondFactorMinutesAgo: 1 });
  async function open(actor: Actor, n = 0, input: object = inputFor(n)) {
    const { data, errors } = await hub.query<Opened>(opening, { input }, actor);
    return { id: data.breakGlass?.breakGlass.id, isReplay: data.breakGlass?.isReplay, codes: codesOf(errors) };
  }
  const look = async (actor: Actor, n = 0) => (await hub.query<Seen>(looking, { id: ids[n] }, actor)).data.case;

  it('is found options near home by the broker who opens the case, until the hour is over', async () => {
    const els = proven('els');
    expect((await look(els))?.need.nearPostcode4).toBeNull();
    expect((await open(els)).codes).toEqual([]);
    const seen = await look(els);
    expect(seen?.postcode4).toBe(seen?.need.nearPostcode4);
    expect(seen?.options.edges.filter(({ distanceToHomeKm }) => distanceToHomeKm === null)).toEqual([]);
    for (const [actor, n] of [
      [proven('colleague'), 0],
      [els, 1],
    ] as const)
      // prettier-ignore
      expect((await look(actor, n))?.postcode4).toBeNull();
    await hub.database.moveClock('61 minutes');
    expect((await look(els))?.postcode4).toBeNull();
  });

  it('is no secret: at once its owner and the privacy officer know who, and of which case', async () => {
    const { id } = await open(proven('joke'), 1);
    type Listed = { breakGlasses: { edges: { node: { id: string; caseId: string; userId: string } }[] } };
    for (const reader of [owner, officer]) {
      const { data } = await hub.query<Listed>(listing, {}, reader);
      expect(data.breakGlasses.edges[0]?.node).toMatchObject({
        id,
        caseId: ids[1],
        userId: expect.stringMatching(/#joke$/),
      });
    }
  });

  it.each<[string, Actor, string]>([
    ['a broker without a second factor', broker, 'SECOND_FACTOR_NEEDED'],
    ['a broker whose second factor is old', { ...broker, secondFactorMinutesAgo: 6 }, 'SECOND_FACTOR_NEEDED'],
    ['a broker of another region', { ...proven('elsewhere'), region: 'region-2' }, 'NOT_FOUND'],
    ['a planner', { role: 'provider-planner', secondFactorMinutesAgo: 1 }, 'FORBIDDEN'],
    ['a system', { role: 'provider-system', secondFactorMinutesAgo: 1 }, 'FORBIDDEN'],
    ['an analyst', { role: 'analyst', secondFactorMinutesAgo: 1 }, 'FORBIDDEN'],
    ['a privacy officer', { ...officer, secondFactorMinutesAgo: 1 }, 'FORBIDDEN'],
  ])('is not opened by %s', async (_who, actor, code) => {
    expect((await open(actor, 2)).codes).toEqual([code]);
  });

  it('is opened once for a request that comes twice', async () => {
    const input = inputFor(0);
    const [first, again] = [await open(proven('twice'), 0, input), await open(proven('twice'), 0, input)];
    expect([again.id, again.isReplay]).toEqual([first.id, true]);
  });

  it('is not the fourth in a month that one person opens, also when all are asked for at once', async () => {
    expect(ids.length).toBeGreaterThan(3);
    const answers = await Promise.all(ids.map((_id, n) => open(proven('hasty'), n)));
    expect(answers.filter(({ codes }) => codes.length === 0)).toHaveLength(3);
    expect(new Set(answers.flatMap(({ codes }) => codes))).toEqual(new Set(['BREAK_GLASS_BLOCKED']));
  });

  it('is opened by who signs in with a second factor, and not by who signs in without', async () => {
    const browser = openBrowser(hub.url);
    const send = async (): Promise<unknown[]> => {
      const answer = await browser.post('/graphql', { query: opening, variables: { input: inputFor(3) } });
      return codesOf(((await answer.json()) as { errors?: { extensions: Record<string, unknown> }[] }).errors ?? []);
    };
    await signIn(browser, 'demonstration-care-broker');
    expect(await send()).toEqual(['SECOND_FACTOR_NEEDED']);
    await signIn(browser, 'demonstration-care-broker', '/inloggen?opnieuw=ja', { 'second-factor': 'yes' });
    expect(await send()).toEqual([]);
  });

  it('is written down in a chain that holds', async () => {
    const chains = await verifyAudit(hub.database.url('owner'));
    expect(chains.length).toBeGreaterThan(0);
    for (const { brokenAt } of chains) expect(brokenAt).toBeNull();
  });
});
