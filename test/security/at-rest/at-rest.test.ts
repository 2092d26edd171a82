import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../../infra/database/client.js';
import { storageNames } from '../../../infra/subgraphs.js';
import { casesSealed } from '../../../subgraphs/cases/sealed.js';
import { broker, type Actor } from '../../actors.js';
import { openHoldScene } from '../../builders/scenes/hold-scene.js';
import { caseIdOf, startTestHub, type TestHub } from '../../hub.js';

const owner: Actor = { role: 'case-owner', organisation: 'veilig-thuis' };
const planner: Actor = { role: 'provider-planner', organisation: 'rietvink' };
const officer: Actor = { role: 'privacy-officer' };

/** Words that nobody else uses, each written once into another text. */
const written = {
  ownReference: 'VT-kwartelslag',
  explanation: 'Er is vanavond dreiging bij de school, kwikstaartlaan onbekend.',
  reviewNote: 'De roerdompvraag is goed onderbouwd.',
  refusalNote: 'Past niet bij de ijsvogelgroep van nu.',
} as const;

type Name = keyof typeof written;
type Steps = Record<string, { [of: string]: { id: string } }>;

/** What was sent to cases, as a hash would be made of it. */
const sent: [operation: string, input: object][] = [];
const sorted = (input: object): object =>
  Object.fromEntries(Object.entries(input).sort(([one], [other]) => (one < other ? -1 : 1)));

describe('whoever takes the disks, a dump or a backup', () => {
  let hub: TestHub;
  const ids: Partial<Record<Name, string>> = {};

  const change = async (name: string, type: string, fields: string, input: object, actor: Actor): Promise<Steps> => {
    const document = `mutation ($input: ${type}!) { step: ${name}(input: $input) { ${fields} } }`;
    const given = { input: { idempotencyKey: `at-rest-${randomUUID()}`, ...input } };
    if (name !== 'answerHold') sent.push([name, sorted(given.input)]);
    const { data, errors } = await hub.query<Steps>(document, given, actor);
    expect([name, errors]).toEqual([name, []]);
    return data;
  };

  beforeAll(async () => {
    hub = await startTestHub();
    const facts = {
      birthYear: 2012,
      municipalityCode: '0995',
      currentRung: 'AMBULATORY',
      legalFrameworks: ['VOLUNTARY'],
    };
    const restricted = { ...facts, ownReference: written.ownReference, isRestricted: true };
    const opened = await change('openCase', 'OpenCaseInput', 'case { id }', restricted, owner);
    ids.ownReference = opened['step']?.['case']?.id ?? '';

    const glass = { caseId: ids.ownReference, reason: 'IMMEDIATE_DANGER', explanation: written.explanation };
    const night = { ...broker, subject: 'els', secondFactorMinutesAgo: 1 };
    const broken = await change('breakGlass', 'BreakGlassInput', 'breakGlass { id }', glass, night);
    ids.explanation = ids.reviewNote = broken['step']?.['breakGlass']?.id ?? '';
    const review = { breakGlassId: ids.explanation, verdict: 'JUSTIFIED', note: written.reviewNote };
    await change('reviewBreakGlass', 'ReviewBreakGlassInput', 'breakGlass { id }', review, officer);

    const scene = await openHoldScene(hub);
    const caseId = await caseIdOf(hub, 'FL-26-0014');
    ids.refusalNote = (await scene.hold({ caseId, offerId: await scene.offerWith(1) })).hold?.id ?? '';
    const refusal = { holdId: ids.refusalNote, answer: 'REFUSE', reason: 'OTHER', note: written.refusalNote };
    await change('answerHold', 'AnswerHoldInput', 'hold { id }', refusal, planner);
  });
  afterAll(() => hub.close());

  it('finds in no table what people wrote of a child in their own words, nor the number that leads to it elsewhere', async () => {
    const texts = Object.values(written).flatMap((text) => text.split(' ').filter((word) => word.length > 9));
    expect(texts.length).toBeGreaterThanOrEqual(4);
    const found = await withClient(hub.database.url('owner'), async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any($1)`,
        [storageNames],
      );
      const tables: string[] = [];
      for (const { name } of rows) {
        const patterns = texts.map((text) => `%${text}%`);
        const hit = await client.query(`select from ${name} t where t::text ilike any($1) limit 1`, [patterns]);
        if (hit.rowCount) tables.push(name);
      }
      expect(rows.length).toBeGreaterThan(60);
      return tables;
    });
    expect(found).toEqual([]);
  });

  it('learns by no hash that can be tried what was sent', async () => {
    const { rows } = await withClient(hub.database.url('owner'), (client) =>
      client.query<{ fingerprint: string }>(`select fingerprint from cases.idempotency_key where key like 'at-rest-%'`),
    );
    const kept = rows.map(({ fingerprint }) => fingerprint);
    expect(kept).toHaveLength(sent.length);
    for (const [name, input] of sent)
      for (const text of [JSON.stringify([name, input]), JSON.stringify(input)])
        for (const form of ['hex', 'base64', 'base64url'] as const)
          expect(kept).not.toContain(createHash('sha256').update(text).digest(form));
  });

  it('finds no column of own words about a case that is kept as it was written', async () => {
    const { rows } = await withClient(hub.database.url('owner'), (client) =>
      client.query<{ name: string }>(
        `select table_name || '.' || column_name as name from information_schema.columns
         where table_schema = 'cases' and data_type = 'text' and column_name ~ 'note|explanation|reference|remark|story|question' order by 1`,
      ),
    );
    expect(rows.map(({ name }) => name)).toEqual(casesSealed.map(({ table, column }) => `${table}.${column}`).sort());
  });

  it.each<[Name, string, Actor]>([
    ['ownReference', 'case(id: $id) { text: ownReference }', owner],
    ['explanation', 'breakGlass: breakGlasses { edges { node { id text: explanation } } }', officer],
    ['reviewNote', 'breakGlass: breakGlasses { edges { node { id text: reviewNote } } }', officer],
    ['refusalNote', 'hold(id: $id) { refusal { text: note } }', broker],
  ])('who may read it reads it as it was written: %s', async (name, asked, actor) => {
    const document = `query ${asked.includes('$id') ? '($id: ID!)' : ''} { ${asked} }`;
    const { data, errors } = await hub.query<object>(document, { id: ids[name] }, actor);
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toContain(JSON.stringify(written[name]));
  });
});
