import type { AvailabilityWindowRow } from '../../../subgraphs/people/availability/availability-window.entity.js';
import type { TimeWindow } from '../../../vocabulary/child.js';
import { createRandom } from '../random.js';
import { demonstrationMemberships, teamId } from './teams.js';
import { regionalTeams } from './regional-teams.js';

/** Hours that most have in each part of the week, and how many of ten have them. */
const usual: readonly (readonly [TimeWindow, number, number])[] = [
  ['DAYTIME', 8, 6],
  ['AFTER_SCHOOL', 6, 8],
  ['EVENING', 6, 9],
  ['WEEKEND', 4, 7],
];

/** The rows of `people.availability_window`: of those who go out in duos. */
export function demonstrationAvailability(today: string): AvailabilityWindowRow[] {
  const inDuos = new Set(regionalTeams.filter(({ kind }) => kind === 'AMBULATORY_DUO').map(({ key }) => teamId(key)));
  return demonstrationMemberships(today)
    .filter((membership) => inDuos.has(membership.teamId))
    .flatMap(({ professionalId, fromOn }) => {
      const random = createRandom(`availability:${professionalId}`);
      return usual
        .filter(([, , ofTen]) => random.chance(ofTen / 10))
        .map(([timeWindow, hours]) => ({
          ...{ professionalId, timeWindow, fromOn, toOn: null },
          hoursPerWeek: hours + random.whole(-2, 2),
        }));
    });
}
