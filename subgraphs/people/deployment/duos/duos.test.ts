import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { duoPeople, openDuoDesk, type DuoDesk } from '../../../../test/builders/desks/duo-desk.js';
import { idOf } from '../../testing/rows.js';

const { broker, planner } = duoPeople;
let desk: DuoDesk;

beforeAll(async () => {
  desk = await openDuoDesk();
});
afterAll(() => desk.close());
beforeEach(() => desk.begin());

const need = {
  __typename: 'Need',
  municipalityCode: '0995',
  timeWindows: ['EVENING'],
  hoursPerWeek: 4,
  durationWeeks: 8,
  characteristics: ['PSYCHOSIS'],
  languages: ['nl', 'ti'],
};
const document = `query ($keys: [_Any!]!, $hours: Float, $first: Int!) { _entities(representations: $keys) { ... on Case { id duos(hoursPerWeek: $hours, first: $first) {
  hoursPerWeek windows { timeWindow hoursPerWeek } members { id } team { id } reasons { code } } } } }`;

interface Answer {
  readonly duos: { hoursPerWeek: number; members: { id: string }[]; reasons: { code: string }[] }[] | null;
}

async function find(
  needs: readonly object[],
  variables: Record<string, unknown> = {},
  caller = broker,
): Promise<{ answers: Answer[]; codes: unknown[] }> {
  const keys = needs.map((one, index) => ({ __typename: 'Case', id: idOf(index + 1), need: one }));
  const { data, errors } = await desk.ask(caller, document, { keys, first: 20, ...variables });
  return { answers: (data?.['_entities'] ?? []) as Answer[], codes: errors.map(({ code }) => code) };
}
const pairs = ({ duos }: Answer): string[] =>
  (duos ?? []).map(({ members }) =>
    members
      .map(({ id }) => Number(id.slice(-2)))
      .sort()
      .join('+'),
  );

describe('the duos for a family', () => {
  it('are of two organisations first, then of two disciplines, then who is at home in what matters', async () => {
    const { answers } = await find([need]);
    expect(answers.map(pairs)).toEqual([['11+22', '12+22', '12+21', '11+21', '21+22', '11+12']]);
    expect(answers[0]?.duos?.[0]?.reasons.map(({ code }) => code)).toEqual([
      'DIFFERENT_ORGANISATIONS',
      'COMPLEMENTARY_DISCIPLINES',
      'EXPERTISE',
      'LANGUAGE',
    ]);
  });

  it('have the hours in the same parts of the week', async () => {
    const { answers } = await find([{ ...need, timeWindows: ['EVENING', 'WEEKEND', 'NIGHT'] }], {
      hours: 12,
      first: 1,
    });
    expect(answers[0]?.duos).toMatchObject([
      {
        hoursPerWeek: 12,
        windows: [
          { timeWindow: 'EVENING', hoursPerWeek: 8 },
          { timeWindow: 'WEEKEND', hoursPerWeek: 4 },
        ],
      },
    ]);
    expect((await find([need], { hours: 8.5 })).answers.map(pairs)).toEqual([[]]);
  });

  it('leave out who is away, who has left, who was promised to others, and where the team does not work', async () => {
    await desk.owner.query(`insert into absence values ($1, today() + 10, today() + 11)`, [idOf(22)]);
    expect((await find([need])).answers.flatMap(pairs).some((pair) => pair.includes('22'))).toBe(false);
    expect((await find([{ ...need, durationWeeks: 1 }])).answers.flatMap(pairs)).toContain('11+22');
    expect((await find([{ ...need, municipalityCode: '0034' }])).answers.map(pairs)).toEqual([[]]);
  });

  it('are found for every case of a request in one statement', async () => {
    await find([need]);
    const before = desk.statements.length;
    await find([need]);
    const forOne = desk.statements.length - before;
    await find([need, { ...need, hoursPerWeek: 6 }, { ...need, languages: [] }]);
    expect(desk.statements.length - before - forOne).toBe(forOne);
  });

  it('are nothing while no need is described, and refused where the question cannot be', async () => {
    const keys = [{ __typename: 'Case', id: idOf(1), need: null }];
    const { data } = await desk.ask(broker, document, { keys, first: 1 });
    expect(data).toEqual({ _entities: [{ id: idOf(1), duos: null }] });
    expect((await find([need], { hours: 0 })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await find([need], { first: 21 })).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('are shown to nobody of a provider', async () => {
    expect((await find([need], {}, planner)).codes).toEqual(['FORBIDDEN']);
  });
});
