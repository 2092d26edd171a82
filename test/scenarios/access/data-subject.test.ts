import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { withClient } from '../../../infra/database/client.js';
import { answerSubject } from '../../../infra/data-subject/answer-subject.js';
import { readErasures } from '../../../infra/data-subject/erasures-file.js';
import { readAsked } from '../../../infra/data-subject/arguments.js';
import { storageNames } from '../../../infra/subgraphs.js';
import type { Actor } from '../../actors.js';
import { broker } from '../../actors.js';
import { openHoldScene, type HoldScene } from '../../builders/scenes/hold-scene.js';
import { testSealer } from '../../content-keys.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

const number = 'FL-26-0012';
const officer: Actor = { role: 'privacy-officer' };

describe('a family that asks what the hub holds of its child', () => {
  let hub: TestHub;
  let scene: HoldScene;
  let caseId: string;
  let hold: string;
  let years: unknown;

  beforeAll(async () => {
    hub = await startTestHub();
    scene = await openHoldScene(hub);
    caseId = await caseIdOf(hub, number);
    await hub.query(committedDocument('find-options'), { caseId, first: 3 }, broker);
    const [offer, full] = [await scene.offerWith(2), await scene.offerWith(0)];
    hold = (await scene.hold({ caseId, offerId: offer })).hold?.id ?? '';
    await scene.ask(committedDocument('join-waitlist'), { caseId, offerId: full }, broker);
    years = await yearTable();
  });
  afterAll(() => hub.close());

  const subject = (...words: string[]): Promise<string> =>
    answerSubject(hub.database.url('owner'), subjectFiles(), readAsked([...words, '--by', 'FG']));
  const subjectFiles = () => ({ sealer: testSealer(), erasures: join(hub.dataFolder, 'erasures.jsonl') });
  const yearTable = async () =>
    (await hub.query(committedDocument('year-table'), { region: 'flevoland', year: 2023 }, broker)).data;
  const find = async () =>
    (await hub.query<{ case: object | null }>('query ($id: ID!) { case(id: $id) { number } }', { id: caseId }, broker))
      .data.case;

  /** Every table of the hub in which a text stands anywhere. */
  async function standsIn(...texts: string[]): Promise<string[]> {
    return withClient(hub.database.url('owner'), async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any($1) order by 1`,
        [storageNames],
      );
      const found: string[] = [];
      for (const { name } of rows) {
        const hit = await client.query(`select from ${name} t where t::text like any($1) limit 1`, [
          texts.map((text) => `%${text}%`),
        ]);
        if (hit.rowCount) found.push(name);
      }
      return found;
    });
  }

  it('hears where it is held, how much and which fields, and nothing of what they say', async () => {
    const told = await subject('held', number.toLowerCase());
    expect(told).toContain('cases.case_file: 1 (the case itself)');
    expect(told).toContain('cases.need: 1 (');
    expect(told).toMatch(/capacity\.hold_case: [1-9]\d* \(/);
    expect(told).toContain('capacity.waitlist_entry: 1 (');
    expect(told).toMatch(/cases\.audit_event: [1-9]\d* \(who looked, when and why\)/);
    expect(told).toContain('birth_year');
    expect(told).not.toMatch(/2014|AMBULATORY|demonstration/);
  });

  it('is told of every table in which the case stands', async () => {
    const told = await subject('held', caseId);
    for (const table of await standsIn(caseId, number)) expect(told).toMatch(new RegExp(`${table}: [1-9]`));
  });

  it('gets all of it as one file, which nobody else can read', async () => {
    const file = `subject-${number}.json`;
    await rm(file, { force: true });
    try {
      expect(await subject('export', number)).toContain(file);
      const told = JSON.parse(await readFile(file, 'utf8')) as {
        format: string;
        case: object;
        held: { table: string; rows: object[] }[];
      };
      expect(told).toMatchObject({ format: 'thuisbasis-data-subject/1', case: { id: caseId, number } });
      expect(told.held.find(({ table }) => table === 'case_file')?.rows).toMatchObject([{ id: caseId, number }]);
      await expect(subject('export', number)).rejects.toThrow('is there already');
    } finally {
      await rm(file, { force: true });
    }
  });

  it('has what is wrong corrected, by the rules of the hub', async () => {
    expect(await subject('correct', number, 'postcode4', '8241')).toContain('corrected');
    const { data } = await hub.query<{ case: object }>(
      'query ($id: ID!) { case(id: $id) { postcode4 } }',
      { id: caseId },
      broker,
    );
    expect(data.case).toEqual({ postcode4: '8241' });
    await expect(subject('correct', number, 'postcode4', 'Dorpsstraat 1')).rejects.toThrow('"postcode4"');
  });

  it('has the case erased only when nobody keeps a place for it, or the place is given up', async () => {
    expect(await subject('erase', number)).toContain('Nothing was erased');
    expect(await find()).not.toBeNull();
    expect(await subject('erase', number, '--release-holds')).toMatch(/^Erased\. Keep this proof/);
    expect(await readErasures(subjectFiles().erasures)).toMatchObject([{ caseId, orderedBy: 'FG' }]);
    expect(await find()).toBeNull();
    const [row] = await scene.asOwner(
      'select ended_as, exists (select from capacity.hold_case where hold_id = id) as is_known from capacity.hold where id = $1',
      [hold],
    );
    expect(row).toEqual({ is_known: false, ended_as: 'RELEASED' });
  });

  it('finds it nowhere then but in the record of who looked', async () => {
    const found = await standsIn(caseId, number);
    expect(found).toContain('cases.audit_event');
    expect(found.filter((table) => !table.endsWith('.audit_event'))).toEqual([]);
  });

  it('hears later that it was erased, by whom and when, with a hash that the audit holds', async () => {
    for (const reference of [number, caseId]) {
      const told = await subject('held', reference);
      expect(told).toMatch(/^Erased before, at 20/);
      const hash = /its hash, ([0-9a-f]{64}):/.exec(told)?.[1];
      const noted = await scene.asOwner(
        `select responsible_user_id, access_point from cases.audit_event where event_code = 'CASE_REMOVED' and search_hash = $1`,
        [hash],
      );
      expect(noted).toEqual([{ responsible_user_id: 'FG', access_point: 'command' }]);
    }
    expect(await subject('erase', 'FL-26-9999')).toContain('no such case');
  });

  it('leaves what is counted of the years as it was, and the officer who looked', async () => {
    expect(await yearTable()).toEqual(years);
    const document = `query ($id: ID!) { caseAccesses(caseId: $id, first: 100) { edges { node { userId operationName } } } }`;
    const { data } = await hub.query<{ caseAccesses: { edges: { node: { operationName: string | null } }[] } }>(
      document,
      { id: caseId },
      officer,
    );
    expect(data.caseAccesses.edges.map(({ node }) => node.operationName)).toEqual(
      expect.arrayContaining(['FindOptions', 'HeldOfCase', 'ExportCase', 'CorrectCase', 'EraseCase', 'EraseCaseProof']),
    );
  });
});
