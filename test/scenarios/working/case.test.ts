import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { broker, type Actor } from '../../actors.js';
import { openHoldScene, type HoldScene } from '../../builders/scenes/hold-scene.js';
import { startTestHub, type TestHub } from '../../hub.js';

const team: Actor = { role: 'case-owner' };
const elsewhere: Actor = { role: 'care-broker', region: 'region-2' };

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly number?: string;
  readonly status?: string;
}
interface Options {
  readonly edges: readonly { readonly node: { readonly id: string; readonly rung: string } }[];
}

describe('a phone call becomes a case', () => {
  let hub: TestHub;
  let scene: HoldScene;

  beforeAll(async () => {
    hub = await startTestHub();
    scene = await openHoldScene(hub);
  });
  afterAll(() => hub.close());

  async function step(operation: string, input: object, actor: Actor = broker) {
    const type = `${operation[0]?.toUpperCase()}${operation.slice(1)}Input`;
    const of =
      operation.includes('ons') || operation.includes('Contact')
        ? 'consultation { id version status }'
        : 'case { id version number status }';
    const document = `mutation ($input: ${type}!) { step: ${operation}(input: $input) { of: ${of} } }`;
    const { data, errors } = await hub.query<{ step: { of: Shown | null } | null }>(
      document,
      { input: { idempotencyKey: randomUUID(), ...input } },
      actor,
    );
    return {
      shown: data.step?.of,
      codes: errors.map(({ extensions }) => extensions?.['code']),
      text: errors[0]?.message,
    };
  }
  const of = (shown: Shown | null | undefined) => ({ caseId: shown?.id, version: shown?.version });

  async function findOptions(caseId: string | undefined): Promise<Options | null> {
    const document = committedDocument('find-options');
    const { data } = await hub.query<{ case: { options: Options | null } | null }>(
      document,
      { caseId, first: 50 },
      broker,
    );
    return data.case?.options ?? null;
  }
  const rungsOf = (options: Options | null): string[] =>
    [...new Set(options?.edges.map(({ node }) => node.rung))].sort();
  const sees = async (actor: Actor, id: string | undefined, fields = 'version'): Promise<unknown> =>
    (await hub.query<{ case: unknown }>(`query ($id: ID!) { case(id: $id) { ${fields} } }`, { id }, actor)).data.case;
  const holdsOf = async (actor: Actor, caseId: string | undefined): Promise<number> => {
    const document = 'query ($filter: HoldFilter) { holds(filter: $filter, first: 10) { edges { node { id } } } }';
    const { data } = await hub.query<{ holds: { edges: unknown[] } }>(document, { filter: { caseId } }, actor);
    return data.holds.edges.length;
  };

  /** Capacity hears of it within a second, by its event. */
  async function until<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
    const start = performance.now();
    for (;;) {
      const answer = await ask();
      if (isSo(answer) || performance.now() - start > 10_000) return answer;
      await wait(50);
    }
  }

  /** A team calls, a broker calls back and opens a case of what was asked. */
  async function becomesCase(): Promise<{ opened: Shown | null | undefined; consultationId: string | undefined }> {
    const referrer = { kind: 'LOCAL_ACCESS', municipalityCode: '0995' };
    const asked = await step('registerConsultation', { channel: 'PHONE', municipalityCode: '0995', referrer }, team);
    const consultationId = asked.shown?.id;
    await step('recordContact', { consultationId, version: asked.shown?.version, kind: 'PHONE', minutes: 10 });
    const child = { birthYear: 2014, municipalityCode: '0995', postcode4: '8232', legalFrameworks: ['VOLUNTARY'] };
    const { shown: opened } = await step('openCase', { consultationId, ...child });
    return { opened, consultationId };
  }

  const holdAPlace = async (caseId: string | undefined) => {
    const offerId = await scene.offerWith(2);
    return until(
      () => scene.hold({ caseId, offerId, quantity: 1 }),
      ({ codes }) => !codes.includes('NOT_FOUND'),
    );
  };

  it('with a number, the team that asked, its contacts, and options for its need', async () => {
    const { opened, consultationId } = await becomesCase();
    expect(opened?.number).toMatch(/^FL-\d\d-\d{4}$/);
    expect(await sees(team, opened?.id, 'number consultations { id contacts { kind minutes } }')).toEqual({
      number: opened?.number,
      consultations: [{ id: consultationId, contacts: [{ kind: 'PHONE', minutes: 10 }] }],
    });
    expect(await findOptions(opened?.id)).toBeNull();
    const first = await step('describeNeed', { ...of(opened), need: { rungs: ['FOSTER'] } });
    expect(rungsOf(await findOptions(opened?.id))).toEqual(['FOSTER']);
    await step('describeNeed', { ...of(first.shown), need: { rungs: ['FAMILY_HOME', 'AMBULATORY'] } });
    expect(rungsOf(await findOptions(opened?.id))).toEqual(['AMBULATORY', 'FAMILY_HOME']);
    expect(await sees(team, opened?.id, 'formerNeeds { need { rungs } }')).toEqual({
      formerNeeds: [{ need: { rungs: ['FOSTER'] } }],
    });
  });

  it('for which a place is held at once, and which is not closed while it is', async () => {
    const { opened } = await becomesCase();
    const held = await holdAPlace(opened?.id);
    expect([held.codes, held.hold?.state]).toEqual([[], 'REQUESTED']);
    const refused = await step('closeCase', { ...of(opened), reason: 'OTHER' });
    expect(refused.codes).toEqual(['CASE_RUNNING']);
    expect(refused.text).toContain('reserveringen 1');
    await scene.step('releaseHold', held.hold?.id ?? '');
    const closed = await step('closeCase', { ...of(opened), reason: 'NOT_NEEDED' });
    expect(closed.shown?.status).toBe('CLOSED');
    const offerId = await scene.offerWith(2);
    const late = await until(
      () => scene.hold({ caseId: opened?.id, offerId, quantity: 1 }),
      ({ codes }) => codes.includes('CASE_CLOSED'),
    );
    expect(late.codes).toEqual(['CASE_CLOSED']);
    expect((await step('reopenCase', of(closed.shown), team)).shown?.status).toBe('OPEN');
  });

  it('that is handed over with what is held for it: the new broker goes on, the former sees nothing', async () => {
    const { opened } = await becomesCase();
    const held = await holdAPlace(opened?.id);
    const given = await step('handOverCase', { ...of(opened), region: 'region-2' });
    expect([given.codes, given.shown]).toEqual([[], null]);
    expect(await sees(broker, opened?.id)).toBeNull();
    expect(await sees(elsewhere, opened?.id, 'version consultations { status contacts { kind } }')).toEqual({
      ...{ version: 2, consultations: [{ status: 'CONTACTED', contacts: [{ kind: 'PHONE' }] }] },
    });
    expect(
      await until(
        () => holdsOf(elsewhere, opened?.id),
        (found) => found === 1,
      ),
    ).toBe(1);
    expect(
      await until(
        () => holdsOf(broker, opened?.id),
        (found) => found === 0,
      ),
    ).toBe(0);
    expect((await scene.step('releaseHold', held.hold?.id ?? '', broker)).codes).toEqual(['NOT_FOUND']);
    expect((await scene.step('releaseHold', held.hold?.id ?? '', elsewhere)).codes).toEqual([]);
  });

  it('whose course the team reads from the first call on, with what became of places and who looked', async () => {
    const { opened } = await becomesCase();
    const held = await holdAPlace(opened?.id);
    await scene.step('releaseHold', held.hold?.id ?? '');
    await sees(broker, opened?.id);
    const document = committedDocument('case-timeline');
    const { data, errors } = await hub.query<{
      case: {
        timeline: { edges: { node: { kind: string; byOrganisation: { name: string } | null } }[] };
        holds: { edges: { node: { state: string } }[] };
      };
    }>(document, { id: opened?.id }, team);
    expect(errors).toEqual([]);
    const told = data.case.timeline.edges.map(({ node }) => node);
    expect(told.filter(({ kind }) => kind !== 'LOOKED_AT').map(({ kind }) => kind)).toEqual([
      'OPENED',
      'CONTACT',
      'CONSULTED',
    ]);
    expect(told.filter(({ kind }) => kind === 'LOOKED_AT').length).toBeGreaterThan(0);
    expect(told.find(({ kind }) => kind === 'CONSULTED')?.byOrganisation?.name).toEqual(expect.any(String));
    expect(data.case.holds.edges.map(({ node }) => node.state)).toEqual(['RELEASED']);
  });

  const steps: readonly [string, object][] = [
    ['describeNeed', { need: { rungs: ['FOSTER'] } }],
    ['changeCase', { changes: { currentRung: 'FOSTER' } }],
    ['handOverCase', { region: 'region-2' }],
    ['closeCase', { reason: 'OTHER' }],
    ['reopenCase', {}],
  ];
  const refused: readonly [string, Actor, string][] = [
    ['a broker of another region', elsewhere, 'NOT_FOUND'],
    ['another team', { role: 'case-owner', organisation: 'jeugdbescherming-oost' }, 'NOT_FOUND'],
    ['a provider', { role: 'provider-planner', organisation: 'rietvink' }, 'FORBIDDEN'],
    ['the system of a provider', { role: 'provider-system', organisation: 'rietvink' }, 'FORBIDDEN'],
    ['a member of the expert team', { role: 'ret-member' }, 'FORBIDDEN'],
    ['an analyst', { role: 'analyst' }, 'FORBIDDEN'],
    ['the privacy officer', { role: 'privacy-officer' }, 'FORBIDDEN'],
    ['an operator', { role: 'operator' }, 'FORBIDDEN'],
  ];

  it.each(refused)('on which %s does not work', async (_, actor, code) => {
    const { opened } = await becomesCase();
    for (const [operation, input] of steps)
      expect([operation, (await step(operation, { ...of(opened), ...input }, actor)).codes]).toEqual([
        operation,
        [code],
      ]);
    expect(await sees(broker, opened?.id, 'version status')).toEqual({ version: 1, status: 'OPEN' });
    expect(await sees(actor, opened?.id)).toBeNull();
  });

  it.each(refused.slice(2))('and which %s does not open', async (_, actor) => {
    expect((await step('openCase', { birthYear: 2014, municipalityCode: '0995' }, actor)).codes).toEqual(['FORBIDDEN']);
  });

  it('and nobody opens or works on without a token', async () => {
    const { status } = await hub.query('mutation ($input: OpenCaseInput!) { openCase(input: $input) { isReplay } }', {
      input: { idempotencyKey: randomUUID(), birthYear: 2014, municipalityCode: '0995' },
    });
    expect(status).toBe(401);
  });
});
