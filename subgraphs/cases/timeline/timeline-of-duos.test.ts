import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/identity/caller.js';
import { openCaseDesk, workers, type CaseDesk } from '../../../test/builders/desks/case-desk.js';
import { dutchDay } from '../lists/days.rules.js';

const { owner, broker } = workers;

interface Told {
  readonly kind: string;
  readonly at: string;
  readonly subjectId: string;
  readonly codes: readonly string[];
  readonly deployment: { id: string } | null;
}

let desk: CaseDesk;
beforeAll(async () => {
  desk = await openCaseDesk();
});
afterAll(() => desk.close());

const now = Date.now();
const hoursAgo = (hours: number): string => new Date(now - hours * 3_600_000).toISOString();
const day = (after: number): string => dutchDay(new Date(now + after * 86_400_000));
const tell = (told: readonly object[]): Promise<unknown> =>
  desk.database.owner.query('select receive_deployments($1)', [JSON.stringify(told)]);

async function timeline(caller: Caller, id: string): Promise<Told[] | null> {
  const fields = 'timeline(first: 50) { edges { node { kind at subjectId codes deployment { id } } } }';
  const read = (await desk.read(caller, id, fields)) as { timeline: { edges: { node: Told }[] } } | null;
  return read && read.timeline.edges.map(({ node }) => node).filter(({ kind }) => !kind.startsWith('LOOK'));
}

/** What the timeline of a new case tells of one duo, by kind; the case with it. */
async function told(of: object): Promise<{ caseId: string; deploymentId: string; duo: Told[] }> {
  const caseId = (await desk.open(owner)).case?.id ?? '';
  const deploymentId = randomUUID();
  await tell([{ deploymentId, caseId, purpose: 'SHORTEN_STAY', placedAt: hoursAgo(2), version: 1, ...of }]);
  const events = (await timeline(broker, caseId)) ?? [];
  return { caseId, deploymentId, duo: events.filter(({ kind }) => kind.startsWith('DUO_')) };
}

const dayLong = { fromOn: day(0), toOn: day(30) };
const endedNow = { endReason: 'GOAL_REACHED', endedAt: hoursAgo(0) };

describe('a duo in the timeline of a case', () => {
  it.each<[string, object, string[]]>([
    ['that goes', dayLong, ['DUO_DEPLOYED']],
    ['that is to go', { fromOn: day(1), toOn: day(30) }, ['DUO_DEPLOYED']],
    ['that went until yesterday', { ...went(-40), fromOn: day(-40), toOn: day(-1) }, ['DUO_ENDED', 'DUO_DEPLOYED']],
    [
      'that was ended today',
      { ...went(-3), toOn: day(3), endedOn: day(0), ...endedNow },
      ['DUO_ENDED', 'DUO_DEPLOYED'],
    ],
    [
      'that goes for the last time today',
      { ...went(-9), toOn: day(3), endedOn: day(0), endReason: 'GOAL_REACHED', endedAt: hoursAgo(48) },
      ['DUO_DEPLOYED'],
    ],
    ['that is to be ended tomorrow', { ...dayLong, endedOn: day(1), ...endedNow }, ['DUO_DEPLOYED']],
    [
      'that was called off before it went',
      { fromOn: day(3), toOn: day(30), endedOn: day(2), endReason: 'MISTAKE', endedAt: hoursAgo(1) },
      ['DUO_CANCELLED', 'DUO_DEPLOYED'],
    ],
  ])('%s', async (_which, of, kinds) => {
    const { duo, deploymentId } = await told(of);
    expect(duo.map(({ kind }) => kind)).toEqual(kinds);
    for (const { subjectId, deployment } of duo)
      expect([subjectId, deployment]).toEqual([deploymentId, { id: deploymentId }]);
  });

  it('stands at the moment when it was sent and ended, with what for and why in codes', async () => {
    const { duo } = await told({ ...went(-3), toOn: day(3), endedOn: day(0), ...endedNow });
    expect(duo.map(({ at, codes }) => [new Date(at).toISOString(), codes])).toEqual([
      [expect.any(String), ['SHORTEN_STAY', 'GOAL_REACHED']],
      [hoursAgo(72), ['SHORTEN_STAY']],
    ]);
    expect(Date.parse(duo[0]?.at ?? '')).toBeLessThanOrEqual(now);
  });

  it('ends after its last day where nobody ended it, and begins on its first where it is not known when it was sent', async () => {
    const { duo } = await told({ fromOn: '2026-01-10', toOn: '2026-06-30', placedAt: null, purpose: null });
    expect(duo.map(({ at, codes }) => [new Date(at).toISOString(), codes])).toEqual([
      ['2026-06-30T22:00:00.000Z', []],
      ['2026-01-09T23:00:00.000Z', []],
    ]);
  });

  it.each([
    ['was ended ahead', '2026-01-20T10:00:00Z', '2026-02-01T23:00:00.000Z'],
    ['was ended on its last day', '2026-02-01T10:00:00Z', '2026-02-01T10:00:00.000Z'],
    ['was ended at a moment that is not known', null, '2026-02-01T23:00:00.000Z'],
  ])('that %s ended when it went no more', async (_which, endedAt, at) => {
    const { duo } = await told({ fromOn: '2026-01-10', toOn: '2026-06-30', endedOn: '2026-02-01', endedAt });
    expect(new Date(duo.find(({ kind }) => kind === 'DUO_ENDED')?.at ?? '').toISOString()).toBe(at);
  });

  it('is told anew, and not by what is older', async () => {
    const { caseId, deploymentId } = await told(dayLong);
    const same = { deploymentId, caseId, purpose: 'SHORTEN_STAY', placedAt: hoursAgo(2), ...dayLong };
    await tell([{ ...same, endedOn: day(-1), endReason: 'MISTAKE', endedAt: hoursAgo(1), version: 3 }]);
    await tell([{ ...same, version: 2 }]);
    expect((await timeline(broker, caseId))?.map(({ kind }) => kind)).toContain('DUO_CANCELLED');
  });

  it('is seen by who sees the case, and by nobody else', async () => {
    const { caseId, duo } = await told(dayLong);
    const kinds = async (caller: Caller) => (await timeline(caller, caseId))?.map(({ kind }) => kind);
    expect(duo).toHaveLength(1);
    expect(await kinds(owner)).toContain('DUO_DEPLOYED');
    expect(await kinds(workers['another owner'])).toBeUndefined();
    expect(await kinds(workers['broker of another region'])).toBeUndefined();
  });

  it('is known by its identifier: cases keeps nobody who goes', async () => {
    const columns = await desk.database.owner.query<{ name: string }[]>(
      `select column_name as name from information_schema.columns where table_schema = 'cases' and table_name = 'known_deployment' order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual([
      ...['case_id', 'deployment_id', 'end_reason', 'ended_at', 'ended_on', 'from_on'],
      ...['placed_at', 'purpose', 'to_on', 'version'],
    ]);
  });
});

/** Sent so many days ago, and going since. */
function went(days: number): object {
  return { fromOn: day(days), placedAt: hoursAgo(-days * 24) };
}
