import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../platform/identity/caller.js';
import { openCaseDesk, workers, type AnsweredCase, type CaseDesk } from '../../../../test/builders/desks/case-desk.js';

const { owner, broker } = workers;
let desk: CaseDesk;

beforeAll(async () => {
  desk = await openCaseDesk();
});
afterAll(() => desk.close());

const opened = async (input: object = {}): Promise<AnsweredCase | null> =>
  (await desk.open(owner, { postcode4: '8232', ...input })).case;
const describeNeed = (caller: Caller, of: AnsweredCase | null, need: object) =>
  desk.step(caller, 'describeNeed', of, { need });

const shown = `need { rungs heaviestRung hoursPerWeek childrenTogether isCrisis contractedOnly characteristics nearPostcode4 schoolPostcode4
  maxDistanceKm languages municipalityCode }`;

describe('the need of a case', () => {
  it('is described as a whole, beside what the case says of the child', async () => {
    const of = await opened({ languages: ['ti'] });
    const need = { rungs: ['FOSTER', 'FOSTER'], hoursPerWeek: 2.5, characteristics: ['AUTISM'], maxDistanceKm: 20 };
    const described = await describeNeed(broker, of, { ...need, schoolPostcode4: '1315' });
    expect(described.case?.version).toBe(2);
    expect(await desk.read(broker, of?.id, shown)).toEqual({
      need: {
        ...{ rungs: ['FOSTER'], heaviestRung: null, hoursPerWeek: 2.5, childrenTogether: 1, isCrisis: false },
        ...{ contractedOnly: false, characteristics: ['AUTISM'], nearPostcode4: '8232', schoolPostcode4: '1315' },
        ...{ maxDistanceKm: 20, languages: ['ti'], municipalityCode: '0995' },
      },
    });
  });

  it('takes the place of the one before, which is kept with what was known of the child then', async () => {
    const of = await opened();
    const first = await describeNeed(owner, of, { rungs: ['FOSTER'], isCrisis: true });
    const moved = await desk.step(broker, 'changeCase', first.case, {
      changes: { languages: ['pl'], postcode4: '1315' },
    });
    const second = await describeNeed(broker, moved.case, { rungs: ['AMBULATORY'], hoursPerWeek: 6 });
    await describeNeed(owner, second.case, { rungs: ['DAY_TREATMENT'] });
    const former = `formerNeeds { version replacedAt need { rungs isCrisis hoursPerWeek languages nearPostcode4 } }`;
    expect(await desk.read(owner, of?.id, former)).toEqual({
      formerNeeds: [
        {
          ...{ version: 4, replacedAt: expect.any(String) },
          need: { rungs: ['AMBULATORY'], isCrisis: false, hoursPerWeek: 6, languages: ['pl'], nearPostcode4: '1315' },
        },
        {
          ...{ version: 3, replacedAt: expect.any(String) },
          need: { rungs: ['FOSTER'], isCrisis: true, hoursPerWeek: null, languages: ['pl'], nearPostcode4: '1315' },
        },
      ],
    });
  });

  it('is not described anew by saying it again', async () => {
    const of = await opened();
    const need = { rungs: ['FOSTER'], hoursPerWeek: 2, startByOn: '2027-01-01' };
    const first = await describeNeed(owner, of, need);
    const again = await describeNeed(owner, first.case, need);
    expect(again.case?.version).toBe(2);
    expect(await desk.read(owner, of?.id, 'formerNeeds { version }')).toEqual({ formerNeeds: [] });
  });

  it.each<[string, object, string, string]>([
    ['for no child', { childrenTogether: 0 }, 'BAD_USER_INPUT', 'need.childrenTogether'],
    ['for a quarter of an hour', { hoursPerWeek: 2.25 }, 'BAD_USER_INPUT', 'need.hoursPerWeek'],
    ['for ever', { durationWeeks: 5_000 }, 'BAD_USER_INPUT', 'need.durationWeeks'],
    ['to the moon', { maxDistanceKm: 401 }, 'BAD_USER_INPUT', 'need.maxDistanceKm'],
    ['long ago', { startByOn: '1999-01-01' }, 'BAD_USER_INPUT', 'need.startByOn'],
    ['with an arrangement as the heaviest', { heaviestRung: 'TAILORED' }, 'BAD_USER_INPUT', 'need.heaviestRung'],
  ])('is refused %s, and the error names what', async (_, need, code, field) => {
    const { codes, messages } = await describeNeed(broker, await opened(), need);
    expect([codes, messages[0]]).toEqual([[code], expect.stringContaining(field)]);
  });

  it('has no distance from a home that is not known', async () => {
    const of = await opened({ postcode4: null });
    expect((await describeNeed(broker, of, { maxDistanceKm: 20 })).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('tells capacity nothing until somebody searches', async () => {
    const of = await opened();
    const told = () =>
      desk.database.owner.query<unknown[]>(
        `select kind from outbox where data::text like '%' || $1 || '%' and kind <> 'case.noted'`,
        [of?.id],
      );
    const before = await told();
    await describeNeed(broker, of, { rungs: ['FOSTER'] });
    expect(await told()).toEqual(before);
  });
});

describe('the need of a restricted case', () => {
  it('is described by a broker, who does not learn where the child is and changes nothing of it', async () => {
    const of = await opened({ isRestricted: true });
    const first = await describeNeed(owner, of, { rungs: ['FOSTER'], schoolPostcode4: '1315' });
    const second = await describeNeed(broker, first.case, { rungs: ['FAMILY_HOME'], maxDistanceKm: 20 });
    expect(second.codes).toEqual([]);
    const places =
      'need { rungs nearPostcode4 schoolPostcode4 } formerNeeds { need { rungs nearPostcode4 schoolPostcode4 } }';
    expect(await desk.read(broker, of?.id, places)).toEqual({
      need: { rungs: ['FAMILY_HOME'], nearPostcode4: null, schoolPostcode4: null },
      formerNeeds: [{ need: { rungs: ['FOSTER'], nearPostcode4: null, schoolPostcode4: null } }],
    });
    expect(await desk.read(owner, of?.id, 'need { rungs nearPostcode4 schoolPostcode4 }')).toEqual({
      need: { rungs: ['FAMILY_HOME'], nearPostcode4: '8232', schoolPostcode4: '1315' },
    });
    expect((await describeNeed(broker, second.case, { nearPostcode4: '1315' })).codes).toEqual(['ONLY_FOR_OWNER']);
  });

  it('keeps where it was sought from those who may not know: in the database too', async () => {
    const of = await opened({ isRestricted: true });
    const first = await describeNeed(owner, of, { rungs: ['FOSTER'] });
    await describeNeed(owner, first.case, { rungs: ['FAMILY_HOME'] });
    const sql = 'select near_postcode4 from former_place where case_id = $1';
    expect(await desk.asCaller(owner, sql, [of?.id])).toEqual([{ near_postcode4: '8232' }]);
    expect(await desk.asCaller(broker, sql, [of?.id])).toEqual([]);
  });
});
