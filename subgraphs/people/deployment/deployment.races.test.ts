import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { duoPeople, openDuoDesk, type DuoDesk } from '../../../test/builders/desks/duo-desk.js';
import { raceRounds, raceTimeoutMs } from '../../../test/builders/race.js';
import { idOf } from '../testing/rows.js';

const asked = 24;
const members = [11, 12, 21, 22];
let desk: DuoDesk;

beforeAll(async () => {
  desk = await openDuoDesk(asked);
});
afterAll(() => desk.close());

/** Two different members and some hours, others for each number. */
function bookingOf(n: number) {
  const one = n % members.length;
  const other = (one + 1 + (n % (members.length - 1))) % members.length;
  return {
    caseId: idOf(1 + (n % 2)),
    teamId: idOf(51),
    professionalIds: [idOf(members[one] ?? 0), idOf(members[other] ?? 0)],
    purpose: 'SHORTEN_STAY',
    hours: [{ timeWindow: n % 3 === 0 ? 'WEEKEND' : 'EVENING', hoursPerWeek: 1 + (n % 5) / 2 }],
    toOn: '2027-12-31',
  };
}

/** By the rows themselves: for each member and part of the week what is promised at most on one day, and what there is. */
const promised = `
  select h.professional_id, h.time_window, max(day.total) as promised, min(w.hours_per_week) as available
  from deployment_hours h join availability_window w on w.professional_id = h.professional_id and w.time_window = h.time_window
  cross join lateral (
    select sum(o.hours_per_week) as total from deployment_hours o
    where o.professional_id = h.professional_id and o.time_window = h.time_window and h.from_on between o.from_on and o.to_on
  ) day
  group by 1, 2`;

describe('brokers who ask the same people at the same moment', () => {
  it(
    'never book an hour twice, and never half a duo',
    async () => {
      for (let round = 0; round < raceRounds; round += 1) {
        await desk.begin();
        const answers = await Promise.all(
          Array.from({ length: asked }, (_, n) => desk.step(duoPeople.broker, 'deployDuo', bookingOf(n + round))),
        );
        const codes = answers.map((answer) => answer.codes[0] ?? 'BOOKED');
        expect(codes.filter((code) => code !== 'BOOKED' && code !== 'NO_HOURS_LEFT')).toEqual([]);
        expect(new Set(codes)).toEqual(new Set(['BOOKED', 'NO_HOURS_LEFT']));
        const rows = await desk.owner.query<{ promised: number; available: number }[]>(promised);
        expect(rows.filter((row) => row.promised > row.available)).toEqual([]);
        const halves = `select deployment_id from deployment_hours group by 1 having count(distinct professional_id) <> 2`;
        expect(await desk.owner.query(halves)).toEqual([]);
        expect(
          await desk.owner.query(
            'select 1 from deployment where id not in (select deployment_id from deployment_hours)',
          ),
        ).toEqual([]);
      }
    },
    raceTimeoutMs,
  );
});
