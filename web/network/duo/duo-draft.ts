import { timeWindow, type TimeWindow } from '../../generated/words.js';
import { decimal, isHalves, isWhole, known } from '../../parts/forms/typed.js';

/** Which duo is sought, as it stands in the form; what is empty is as the need of the case says. */
export interface DuoDraft {
  readonly hoursPerWeek: string;
  readonly weeks: string;
  readonly fromOn: string;
  readonly timeWindows: readonly TimeWindow[];
}

/** What the hub seeks where neither the form nor the need says it. */
export const usualHours = 4;
export const usualWeeks = 12;

export type DuoFaults = Readonly<Partial<Record<'hoursPerWeek' | 'weeks', string>>>;

/** What is wrong with a draft, by its field. */
export function faultsOf({ hoursPerWeek, weeks }: DuoDraft): DuoFaults {
  return {
    ...(!isHalves(hoursPerWeek) && { hoursPerWeek: 'Vul uren in, in stappen van een half uur, zoals 4,5.' }),
    ...(weeks !== '' && !isWhole(weeks, 1, 104) && { weeks: 'Vul een getal van 1 tot en met 104 in.' }),
  };
}

/** What the hub is asked; what is left out it takes from the need. */
export function wishesOf(draft: DuoDraft) {
  const { hoursPerWeek, weeks, fromOn, timeWindows } = draft;
  if (Object.keys(faultsOf(draft)).length > 0) return {};
  return {
    ...(hoursPerWeek !== '' && { hoursPerWeek: decimal(hoursPerWeek) }),
    ...(weeks !== '' && { weeks: Number(weeks) }),
    ...(fromOn !== '' && { fromOn }),
    ...(timeWindows.length > 0 && { timeWindows }),
  };
}

export function toAddress({ hoursPerWeek, weeks, fromOn, timeWindows }: DuoDraft): URLSearchParams {
  const named = [
    ['uren', hoursPerWeek],
    ['weken', weeks],
    ['vanaf', fromOn],
    ['wanneer', timeWindows.join(',')],
  ];
  return new URLSearchParams(named.filter(([, value]) => value !== ''));
}

export function fromAddress(query: URLSearchParams): DuoDraft {
  return {
    hoursPerWeek: query.get('uren') ?? '',
    weeks: query.get('weken') ?? '',
    fromOn: query.get('vanaf') ?? '',
    timeWindows: known(query.get('wanneer'), timeWindow),
  };
}

/** Hours in a part of the week. */
export interface WindowHours {
  readonly timeWindow: TimeWindow;
  readonly hoursPerWeek: number;
}

/** Hours out of those that both have, from the first part of the week on: no more than were sought. */
export function hoursFor(windows: readonly WindowHours[], sought: number): WindowHours[] {
  let left = sought;
  return windows.flatMap(({ timeWindow: part, hoursPerWeek }) => {
    const taken = Math.min(left, hoursPerWeek);
    left -= taken;
    return taken > 0 ? [{ timeWindow: part, hoursPerWeek: taken }] : [];
  });
}

const dayMs = 86_400_000;

/** The last day of so many weeks that begin on a day, such as 2027-01-04. */
export function lastDayOf(fromOn: string, weeks: number): string {
  return new Date(Date.parse(fromOn) + (weeks * 7 - 1) * dayMs).toISOString().slice(0, 10);
}
