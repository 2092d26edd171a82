import { Readable } from 'node:stream';
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toCapacityConfig } from '../config.js';
import { openCapacity } from '../server.js';
import { askSubgraph } from '../../../test/builders/ask-subgraph.js';
import { openCapacityDatabase, type CapacityDatabase } from '../../../test/builders/databases/capacity-database.js';
import { foreign, key, noon, offer, other, own, system } from '../../../test/builders/desks/capacity-desk.js';
import type { Caller } from '../../../platform/identity/caller.js';
import type { Subgraph } from '../../../platform/subgraph/subgraph-endpoint.js';

type Line = Readonly<Record<string, unknown>>;

interface Sent {
  readonly parameters?: Record<string, string>;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

const offers = 12;
const header = 'aanbod;vrij;maximum';
/** Figures of this many rows, of these offers in turn. */
const figures = (count: number, keys: readonly string[]): string =>
  [header, ...Array.from({ length: count }, (_, index) => `${keys[index % keys.length]};${index % 6};6`)].join('\n');
const keys = (count: number): string[] => Array.from({ length: count }, (_, index) => key(index + 1));

describe('a file of figures', () => {
  let database: CapacityDatabase;
  let capacity: Subgraph;

  beforeAll(async () => {
    database = await openCapacityDatabase({ poolSize: 4 });
    await database.setClock(noon);
    capacity = await openCapacity(database.db, toCapacityConfig({}));
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    const all = Array.from({ length: offers }, (_, index) => offer(index + 1));
    await database.write([...all, offer(50, { organisationId: other })], noon);
    database.statements.length = 0;
  });

  async function open(file: string, sent: Sent = {}, caller: Caller = system): Promise<AsyncIterable<unknown>> {
    const { parameters = {}, idempotencyKey = null, signal = new AbortController().signal } = sent;
    const head = { road: 'import', parameters, mediaType: null, bytes: null, idempotencyKey };
    const answer = await capacity.roads?.['import']?.travel({
      ...head,
      caller,
      body: Readable.from([Buffer.from(file)]),
      signal,
      report: (error) => {
        throw error;
      },
    });
    if (!answer) throw new Error('there is a road');
    return answer.body;
  }

  async function send(file: string, sent: Sent = {}): Promise<Line[]> {
    let text = '';
    for await (const chunk of await open(file, sent)) text += String(chunk);
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  }

  const codes = (lines: readonly Line[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { kind, code } of lines) if (kind === 'row') counts[String(code)] = (counts[String(code)] ?? 0) + 1;
    return counts;
  };
  const stored = async (): Promise<number> => {
    const rows: { count: number }[] = await database.owner.query(
      `select count(*)::integer as count from capacity_report where method = 'IMPORT'`,
    );
    return rows[0]?.count ?? 0;
  };

  const publishOne = (caller: Caller, offerKey: string, idempotencyKey: string) => {
    const report = { offerKey, sequence: 1, status: 'HAS_CAPACITY', available: 1, maximum: 6, unit: 'PLACE' };
    const input = { idempotencyKey, asOf: noon, reports: [report] };
    const document =
      'mutation ($input: PublishCapacityInput!) { publishCapacity(input: $input) { results { outcome } } }';
    return askSubgraph(capacity, caller, document, { input });
  };

  it.each([{}, { isAtomic: 'true' }])(
    'costs as little when one unknown key stands in it a thousand times: %j',
    async (parameters) => {
      const lines = await send(figures(1_000, ['onbekend']), { parameters });
      expect(codes(lines)).toEqual({ OFFER_KEY_UNKNOWN: 50, IMPORT_OFFER_TOO_OFTEN: 950 });
      expect(database.statements.length).toBeLessThan(40);
    },
  );

  it('says of a retired offer what is wrong, in one round', async () => {
    await database.owner.query(`update offer set retired_at = hub_now() where key = $1`, [key(1)]);
    const lines = await send(`${figures(40, [key(1)])}\n${key(1)};7;6\n`);
    expect(codes(lines)).toEqual({ OFFER_KEY_RETIRED: 41 });
    expect(database.statements.length).toBeLessThan(30);
  });

  it('may name one offer fifty times, over all its parts', async () => {
    const file = `${figures(490, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'])}\n${figures(60, [key(1)]).slice(header.length + 1)}`;
    const lines = await send(file);
    expect(codes(lines)).toEqual({ OFFER_KEY_UNKNOWN: 490, IMPORT_OFFER_TOO_OFTEN: 10 });
    expect(lines.find(({ code }) => code === 'IMPORT_OFFER_TOO_OFTEN')).toMatchObject({
      row: 542,
      column: 'A',
      offerKey: key(1),
      message: expect.stringMatching(/^aanbod \(A542\): Dit aanbod staat al in 50 regels/) as unknown,
    });
    expect(await stored()).toBe(50);
  });

  it('has at the most twenty of its other columns named', async () => {
    const others = Array.from({ length: 60 }, () => 'kleur').join(';');
    const [, notice] = await send(`${header};${others}\n${key(1)};1;6`);
    expect(notice).toMatchObject({
      code: 'IMPORT_COLUMNS_IGNORED',
      columns: expect.stringMatching(/W \(kleur\), …$/) as unknown,
    });
    expect(String(notice?.['columns']).split(', ')).toHaveLength(21);
  });

  it('is undone when nobody waits for the end of a whole one', async () => {
    const gone = new AbortController();
    const body = await open(figures(600, keys(offers)), { parameters: { isAtomic: 'true' }, signal: gone.signal });
    const reading = (async () => {
      let text = '';
      for await (const chunk of body) text += String(chunk);
      return text;
    })();
    while (!database.statements.some((sql) => sql.includes('insert into capacity_report'))) await turnOfLoop();
    gone.abort();
    await expect(reading).rejects.toThrow();
    expect(await stored()).toBe(0);
  });

  it('of another organisation that is at work elsewhere keeps nobody from publishing', async () => {
    const elsewhere = database.owner.createQueryRunner();
    await elsewhere.startTransaction();
    await elsewhere.query(`select pg_advisory_xact_lock(hashtextextended('publication ' || $1, 0))`, [own]);
    const waiting = publishOne(system, key(1), 'own').then(() => 'own');
    const passed = publishOne(foreign, key(50), 'foreign').then(({ data }) => data);
    expect(await Promise.race([waiting, passed])).toEqual({ publishCapacity: { results: [{ outcome: 'ACCEPTED' }] } });
    await elsewhere.rollbackTransaction();
    await elsewhere.release();
    expect(await waiting).toBe('own');
  });

  describe('under a key', () => {
    const sixHundred = `${figures(480, keys(10))}\n${figures(120, ['x', 'y', 'z']).slice(header.length + 1)}`;
    const exactly = figures(500, keys(10));

    it.each([
      ['a row more', exactly, `${exactly}\n${key(11)};1;6`, {}],
      ['a row less', `${exactly}\n${key(11)};1;6`, exactly, {}],
      ['all or nothing asked of it', exactly, exactly, { isAtomic: 'true' }],
      ['another row in a later part', sixHundred, `${sixHundred}1`, {}],
    ])('is not another file: with %s it is refused', async (what, first, second, parameters) => {
      const idempotencyKey = what.replaceAll(' ', '-');
      expect((await send(first, { idempotencyKey })).at(-1)).toMatchObject({ isComplete: true, isReplay: false });
      const before = await stored();
      const lines = await send(second, { idempotencyKey, parameters });
      expect(lines.find(({ kind }) => kind === 'error')).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
      expect(lines.at(-1)).toMatchObject({ isComplete: false });
      expect(await stored()).toBe(before);
      expect((await send(first, { idempotencyKey })).at(-1)).toMatchObject({ isComplete: true, isReplay: true });
    });

    it('that was taken whole is not taken row by row', async () => {
      await send(exactly, { idempotencyKey: 'whole', parameters: { isAtomic: 'true' } });
      const lines = await send(exactly, { idempotencyKey: 'whole' });
      expect(lines.find(({ kind }) => kind === 'error')).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
      expect(await stored()).toBe(500);
    });

    it('that broke off goes on where it was', async () => {
      const more = `${exactly}\n${figures(100, [key(11), 'onbekend']).slice(header.length + 1)}`;
      const broken = await send(`${more}\n"${key(12)};1;6`, { idempotencyKey: 'broken' });
      expect(broken.at(-1)).toMatchObject({ rows: 500, accepted: 500, isComplete: false });
      const mended = await send(`${more}\n${key(12)};1;6`, { idempotencyKey: 'broken' });
      expect(mended.at(-1)).toMatchObject({ rows: 601, accepted: 551, isComplete: true });
      expect(await stored()).toBe(551);
    });

    it('that a client cannot send are those of its parts', async () => {
      await send(exactly, { idempotencyKey: 'k' });
      const known: { key: string }[] = await database.owner.query(
        `select key from idempotency_key where key like 'k%' order by key`,
      );
      expect(known.map(({ key }) => key)).toEqual(['k', 'k 1']);
    });
  });
});
