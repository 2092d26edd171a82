import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../platform/identity/caller.js';
import { openCaseDesk, workers, type AnsweredCase, type CaseDesk } from '../../../test/builders/desks/case-desk.js';
import { caseRow, consultationRow, idOf } from '../../../test/builders/rows/case.js';
import { consentRow, referralRow } from '../../../test/builders/rows/referral.js';

const { owner, broker } = workers;

interface Told {
  readonly kind: string;
  readonly at: string;
  readonly codes: readonly string[];
  readonly roles: readonly string[];
  readonly purpose: string | null;
  readonly byOrganisation: { id: string } | null;
  readonly organisation: { id: string } | null;
}
interface Page {
  readonly timeline: {
    readonly edges: readonly { readonly node: Told }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

let desk: CaseDesk;
let file: AnsweredCase | null;

beforeAll(async () => {
  desk = await openCaseDesk();
  file = await aCourse();
});
afterAll(() => desk.close());

const shown = `kind at codes roles purpose subjectId byOrganisation { id } organisation { id }`;
async function pageOf(caller: Caller, id: string | undefined, args = 'first: 100'): Promise<Page | null> {
  const fields = `timeline(${args}) { edges { node { ${shown} } } pageInfo { hasNextPage endCursor } }`;
  return (await desk.read(caller, id, fields)) as Page | null;
}
const told = async (caller: Caller, id = file?.id): Promise<Told[]> =>
  ((await pageOf(caller, id))?.timeline.edges ?? []).map(({ node }) => node);
const kinds = (events: readonly Told[]): string[] => events.map(({ kind }) => kind);
const isLook = ({ kind }: Told): boolean => kind === 'LOOKED_AT' || kind === 'LOOK_REFUSED';

/** A phone call becomes a case, which is put before a provider, and closed and opened again. */
async function aCourse(): Promise<AnsweredCase | null> {
  await desk.database.write({
    consultations: [
      consultationRow(1, {
        referrerOrganisationId: idOf(901),
        status: 'CONTACTED',
        firstContactAt: new Date('2026-01-02T00:00:00Z'),
      }),
    ],
  });
  await desk.database.owner.query(
    `insert into contact_moment (consultation_id, kind, at, minutes) values ($1, 'PHONE', '2026-01-01T12:00:00Z', 10)`,
    [idOf(1)],
  );
  const { case: opened } = await desk.open(owner, { consultationId: idOf(1), postcode4: '8232' });
  const caseId = opened?.id ?? '';
  await desk.database.write({
    consents: [consentRow(1, { caseId })],
    referrals: [referralRow(1, { caseId, expiresAt: new Date('2026-01-10T00:00:00Z') })],
  });
  const described = await desk.step(broker, 'describeNeed', opened, { need: { rungs: ['FOSTER'] } });
  const changed = await desk.step(owner, 'changeCase', described.case, { changes: { currentRung: 'FOSTER' } });
  const closed = await desk.step(owner, 'closeCase', changed.case, { reason: 'HELP_STARTED' });
  await desk.read(workers['another owner'], caseId, 'number');
  return (await desk.step(broker, 'reopenCase', closed.case)).case;
}

describe('the timeline of a case', () => {
  it('tells what happened from the first call on, each in its time', async () => {
    const events = (await told(broker)).filter((event) => !isLook(event));
    expect(kinds(events)).toEqual([
      ...['REOPENED', 'CLOSED', 'FACTS_CHANGED', 'NEED_DESCRIBED', 'OPENED'],
      ...['REFERRAL_EXPIRED', 'REFERRED', 'CONSENT_RECORDED', 'CONTACT', 'CONSULTED'],
    ]);
    expect(events.map(({ at }) => at)).toEqual(
      [...events]
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
  });

  it('tells who did it by organisation, role and purpose, and of what kind it was in codes', async () => {
    const events = await told(owner);
    const one = (kind: string) => events.find((event) => event.kind === kind);
    expect(one('FACTS_CHANGED')).toMatchObject({
      ...{ byOrganisation: { id: idOf(901) }, roles: ['case-owner'], purpose: owner.purpose, codes: ['currentRung'] },
    });
    expect(one('REOPENED')).toMatchObject({ byOrganisation: null, roles: ['care-broker'] });
    expect(one('CLOSED')?.codes).toEqual(['HELP_STARTED']);
    expect(one('REFERRED')).toMatchObject({ organisation: { id: idOf(801) }, codes: ['CONSENT'] });
    expect(one('CONTACT')?.codes).toEqual(['PHONE']);
    expect(JSON.stringify(events)).not.toMatch(/8232|2014/);
  });

  it('tells who looked to the organisation that has the case, and to nobody else', async () => {
    await desk.read(broker, file?.id, 'number');
    const looks = (await told(owner)).filter(isLook);
    expect(looks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['LOOKED_AT', 'LOOK_REFUSED']));
    expect(looks).toContainEqual(expect.objectContaining({ roles: ['care-broker'], codes: ['CASE_READ'] }));
    expect((await told(broker)).filter(isLook)).toEqual([]);
  });

  it('leaves who looked out where that is asked, before it counts how many there are', async () => {
    for (let times = 0; times < 3; times += 1) await desk.read(broker, file?.id, 'number');
    const whole = (await told(owner)).filter(({ kind }) => kind !== 'LOOKED_AT');
    const [newest] = (await pageOf(owner, file?.id, 'first: 1'))?.timeline.edges ?? [];
    expect(newest?.node.kind).toBe('LOOKED_AT');
    const { edges = [] } =
      (await pageOf(owner, file?.id, `withoutLooks: true, first: ${whole.length}`))?.timeline ?? {};
    expect(edges.map(({ node }) => node)).toEqual(whole);
    expect(kinds(whole)).toContain('LOOK_REFUSED');
  });

  it('is nothing to who does not see the case', async () => {
    expect(await pageOf(workers['another owner'], file?.id)).toBeNull();
    expect(await pageOf(workers['broker of another region'], file?.id)).toBeNull();
  });

  it('is read page by page without a gap or a repeat', async () => {
    const whole = await told(broker);
    const read: Told[] = [];
    let after = '';
    for (;;) {
      const page = (await pageOf(broker, file?.id, `first: 3${after}`))?.timeline;
      read.push(...(page?.edges ?? []).map(({ node }) => node));
      if (!page?.pageInfo.hasNextPage) break;
      after = `, after: "${page.pageInfo.endCursor}"`;
    }
    expect(read).toEqual(whole);
  });

  it.each([
    'nonsense',
    'WyJhIl0',
    Buffer.from(JSON.stringify(['2026-01-01T00:00:00.000000Z', 'ATTACKED', idOf(1)])).toString('base64url'),
  ])('takes no cursor of another list: %s', async (cursor) => {
    expect(await pageOf(broker, file?.id, `first: 3, after: "${cursor}"`)).toMatchObject({ timeline: null });
  });

  it('of a case that was there before begins with its opening', async () => {
    await desk.database.write({ cases: [caseRow(7)] });
    expect(kinds(await told(broker, idOf(7)))).toEqual(['OPENED']);
  });

  it('goes along when the case is handed over: the new owner reads the whole, the former nothing', async () => {
    const { case: given } = await desk.open(owner);
    await desk.step(owner, 'handOverCase', given, { ownerOrganisationId: idOf(902) });
    const events = (await told(workers['another owner'], given?.id)).filter((event) => !isLook(event));
    expect(events).toMatchObject([
      { kind: 'HANDED_OVER', codes: ['ownerOrganisationId', 'flevoland'], organisation: { id: idOf(902) } },
      { kind: 'OPENED' },
    ]);
    expect(await pageOf(owner, given?.id)).toBeNull();
  });

  it('of many cases is one statement', async () => {
    desk.database.statements.length = 0;
    await desk.list(
      broker,
      'timeline(first: 5) { edges { node { kind } } } formerNeeds { version } consultations { id }',
    );
    const asked = (table: string) => desk.database.statements.filter((sql) => sql.includes(table)).length;
    expect([asked('cross join lateral'), asked('former_need'), asked('"consultation" "consultation"')]).toEqual([
      1, 1, 1,
    ]);
  });
});
