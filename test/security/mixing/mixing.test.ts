import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { setTimeout as wait } from 'node:timers/promises';
import { withClient } from '../../../infra/database/client.js';
import { organisations } from '../../../infra/demonstration/organisations.js';
import type { Actor } from '../../actors.js';
import type { TestDatabase } from '../../database.js';
import { amountOf, forEach, seed } from '../profile.js';
import { startWatchedHub, type WatchedHub } from '../watched-hub.js';
import { disturb, disturbances } from './disturb.js';

// The long form: MIXED_REQUESTS=10000 npm test -- test/security/mixing
const answers = amountOf('MIXED_REQUESTS', 200);
const atOnce = 24;
const patience = 300_000 + answers * 200;
/** Who got no answer asks on a little later: a hub that refuses for a moment refuses quickly. */
const afterLossMs = 50;

/** Half of the cases are of another region, as if two lived in one hub. */
const twoRegions = `update cases.case_file set region = 'region-2' where id in (select id from cases.case_file order by md5(id::text) limit 30)`;

const owners = `select o.key from cases.case_file f join people.organisation o on o.id = f.owner_organisation_id
  group by o.key order by count(*) desc, o.key limit 2`;
const caseList = '{ list: cases(first: 40) { edges { node { id ageBand need { rungs } } } } }';
const offerList = '{ list: offers(first: 40) { edges { node { id key } } } }';
const oneCase = (id: string): string => `{ one: case(id: "${id}") { id need { rungs } } }`;

/** Somebody, what may be answered to it, and a case that may not. */
interface Asker {
  readonly actor: Actor;
  readonly token: string;
  readonly list: string;
  readonly own: ReadonlySet<string>;
  readonly foreign: string | null;
}

let hub: WatchedHub;
let askers: Asker[];

const read = async (sql: string): Promise<string[]> =>
  withClient(hub.database.url('owner'), async (client) => {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return rows.map(([value]) => String(value));
  });

beforeAll(async () => {
  process.stdout.write(`SECURITY_SEED=${seed}\n`);
  hub = await startWatchedHub({
    environment: { DATABASE_POOL_SIZE: '3' },
    prepare: (database: TestDatabase) =>
      withClient(database.url('owner'), async (client) => {
        await client.query(twoRegions);
      }),
  });
  const brokers = ['flevoland', 'region-2'].map((region) =>
    ofCases({ role: 'care-broker', region }, `region = '${region}'`),
  );
  const ofOwners = (await read(owners)).map((key) =>
    ofCases({ role: 'case-owner', organisation: key }, `owner_organisation_id = '${idOf(key)}'`),
  );
  const providers = ['rietvink', 'waterlelie'].map((organisation) => ofOffers(organisation));
  askers = await Promise.all([...brokers, ...ofOwners, ...providers]);
});

afterAll(() => hub.close());

function idOf(key: string): string {
  return organisations.find((one) => one.key === key)?.id ?? '';
}

async function ofCases(actor: Actor, condition: string): Promise<Asker> {
  const own = new Set(await read(`select id from cases.case_file where ${condition}`));
  const [foreign = null] = await read(`select id from cases.case_file where not coalesce(${condition}, false) limit 1`);
  return { actor, token: await hub.token(actor), list: caseList, own, foreign };
}

async function ofOffers(organisation: string): Promise<Asker> {
  const actor: Actor = { role: 'provider-system', organisation };
  const own = new Set(await read(`select id from capacity.offer where organisation_id = '${idOf(organisation)}'`));
  return { actor, token: await hub.token(actor), list: offerList, own, foreign: null };
}

interface Answer {
  readonly data?: {
    readonly list?: { readonly edges: readonly { readonly node: { readonly id: string } }[] } | null;
    readonly one?: { readonly id: string } | null;
  };
}

async function ask(
  { token, list, foreign }: Asker,
  asksForeign: boolean,
  patienceMs: number | null,
): Promise<Answer | null> {
  const query = asksForeign && foreign !== null ? oneCase(foreign) : list;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const signal = patienceMs === null ? null : AbortSignal.timeout(patienceMs);
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
    signal,
  }).catch(() => null);
  return response && ((await response.json().catch(() => null)) as Answer | null);
}

/** The turns, over and over, until it is enough. */
function* turnsUntil<T>(enough: () => boolean, turns: readonly T[]): Generator<T> {
  for (let turn = 0; !enough(); turn += 1) yield turns[turn % turns.length] as T;
}

describe('answers to many at once, over a few connections, some cut and some given up', () => {
  it(
    'hold what is of who asked, and never anything of another',
    async () => {
      const patienceOf = fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(40) });
      const turn = fc.tuple(fc.constantFrom(...askers), fc.boolean(), patienceOf);
      const over = new AbortController();
      const counts = { answered: 0, own: 0, lost: 0, disturbed: 0 };
      const disturbing = disturb(hub.database.url('owner'), over.signal, () => {
        counts.disturbed += 1;
      });
      const enough = (): boolean => counts.answered >= answers && counts.disturbed >= disturbances.length;
      const foreign: object[] = [];
      const turns = turnsUntil(enough, fc.sample(turn, { numRuns: answers, seed }));
      await forEach(turns, atOnce, async ([asker, asksForeign, patienceMs]) => {
        const data = (await ask(asker, asksForeign, patienceMs))?.data;
        const ids = [...(data?.list?.edges.map(({ node }) => node.id) ?? []), ...(data?.one ? [data.one.id] : [])];
        if (data) counts.answered += 1;
        else counts.lost += 1;
        if (!data) await wait(afterLossMs);
        counts.own += ids.length;
        for (const id of ids) if (!asker.own.has(id)) foreign.push({ actor: asker.actor, id });
      });
      over.abort();
      await disturbing;
      expect(foreign).toEqual([]);
      expect(counts.own).toBeGreaterThan(answers);
      expect(counts.lost).toBeGreaterThan(0);
    },
    patience,
  );

  it('leave a hub that answers everybody again', async () => {
    for (const asker of askers) {
      const answer = await ask(asker, false, null);
      expect({ ...asker.actor, found: answer?.data?.list?.edges.length }).toEqual({
        ...asker.actor,
        found: Math.min(asker.own.size, 40),
      });
    }
  });
});
