import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openThemeDesk, themePeople, type ThemeDesk } from '../../../../test/builders/desks/theme-desk.js';
import { raceRounds, raceTimeoutMs } from '../../../../test/builders/race.js';
import { idOf } from '../../testing/rows.js';

const asked = 12;
const people = [11, 12, 21, 91];
let desk: ThemeDesk;

beforeAll(async () => {
  desk = await openThemeDesk(asked);
});
afterAll(() => desk.close());

const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** Two people, in one order or the other, at a time that meets some others. */
function sessionOf(n: number) {
  const [one, other] = [n % people.length, (n + 1 + (n % (people.length - 1))) % people.length];
  return {
    themeCode: 'GETTING_STUCK',
    plannedAt: `${day}T${String(9 + (n % 3)).padStart(2, '0')}:00:00Z`,
    minutes: 90,
    participantIds: [idOf(people[one] ?? 0), idOf(people[other] ?? 0)],
  };
}

/** By the rows themselves: somebody in two sessions that meet in time. */
const twice = `
  select from theme_participant one join theme_participant other
    on one.professional_id = other.professional_id and one.session_id < other.session_id and one.during && other.during`;

describe('brokers who ask the same people at the same moment', () => {
  it(
    'never have somebody in two places, nor half a session',
    async () => {
      for (let round = 0; round < raceRounds; round += 1) {
        await desk.begin();
        const answers = await Promise.all(
          Array.from({ length: asked }, (_, n) =>
            desk.step(themePeople.broker, 'planThemeSession', sessionOf(n + round)),
          ),
        );
        const codes = answers.map((answer) => answer.codes[0] ?? 'PLANNED');
        expect(new Set(codes)).toEqual(new Set(['PLANNED', 'PARTICIPANT_NOT_FREE']));
        expect(await desk.owner.query(twice)).toEqual([]);
        const seats = 'select count(*) as count from theme_participant group by session_id having count(*) <> 2';
        expect(await desk.owner.query(seats)).toEqual([]);
        const kept = await desk.owner.query<unknown[]>('select from theme_session');
        expect(kept).toHaveLength(codes.filter((code) => code === 'PLANNED').length);
      }
    },
    raceTimeoutMs,
  );

  it('are refused by the database itself, whatever a statement forgets', async () => {
    await desk.begin();
    await desk.step(themePeople.broker, 'planThemeSession', sessionOf(0));
    const again = `with s as (insert into theme_session (region, theme_code, planned_at, minutes)
        select region, theme_code, planned_at, minutes from theme_session returning id)
      insert into theme_participant (session_id, organisation_id, professional_id, role, during)
      select s.id, p.organisation_id, p.professional_id, p.role, p.during from s, theme_participant p`;
    await expect(desk.owner.query(again)).rejects.toThrow('never_in_two_places');
  });
});
