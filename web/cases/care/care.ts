import type { CaseCareData } from '../../generated/operations.js';
import { ladderRung, placementStatus, type PlacementStatus } from '../../generated/words.js';
import { calendarDay, capital, day, instantOf, withoutCodes } from '../../parts/dutch.js';

/** A case with its care. */
export type CareCase = NonNullable<CaseCareData['case']>;
export type Placement = NonNullable<CareCase['placements']>[number];
export type Consultation = NonNullable<CareCase['consultations']>[number];

export const statusWords = withoutCodes(placementStatus);

/** Care in a few words: the offer, else who gives it, else its rung. */
export function careName({ offer, organisation, rung }: Pick<Placement, 'offer' | 'organisation' | 'rung'>): string {
  const rungWord = rung ? capital(ladderRung[rung]) : 'Zorg';
  if (offer) return [offer.title, organisation?.name].filter(Boolean).join(', ');
  return organisation ? `${rungWord}, ${organisation.name ?? 'naam nu niet bekend'}` : rungWord;
}

/** When on a day something happened, as far as a day says it: nothing of today, which is now, else its last minute. */
export function momentOn(on: string, now: number): string | undefined {
  return on === calendarDay(now) ? undefined : instantOf(on, '23:59');
}

/** What is wrong with a day on which something happened; it was not before an instant, where one is given. */
export function dayFault(on: string, today: string, from: string | null = null): string | undefined {
  if (on === '') return 'Kies een dag.';
  if (on > today) return 'Kies vandaag, of een dag die voorbij is.';
  return from !== null && on < calendarDay(Date.parse(from)) ? `Kies een dag vanaf ${day(from)}.` : undefined;
}

interface Standing {
  readonly status: PlacementStatus | null;
  readonly isSecondary: boolean | null;
  readonly allocatedAt: string | null;
  readonly startedAt: string | null;
  readonly pausedAt: string | null;
  readonly endedAt: string | null;
}

/** Since when care stands as it does; empty where that is not told. */
export function sinceOf({ status, allocatedAt, startedAt, pausedAt, endedAt }: Standing): string {
  const at = { ALLOCATED: allocatedAt, STARTED: startedAt, PAUSED: pausedAt, ENDED: endedAt, CANCELLED: endedAt };
  const since = status && at[status];
  return since ? day(since) : '';
}

/** What weighs most of the care of a case. */
const order: readonly (PlacementStatus | null)[] = ['STARTED', 'PAUSED', 'ALLOCATED', 'ENDED', 'CANCELLED'];

/** How the care of a case stands, in a few words. */
export function careStanding(placements: readonly Standing[]): string {
  const weight = ({ status, isSecondary }: Standing) => order.indexOf(status) + (isSecondary ? order.length : 0);
  const [first] = placements.toSorted((a, b) => weight(a) - weight(b));
  if (!first?.status) return 'Nog geen';
  if (first.status === 'STARTED') return `Loopt sinds ${sinceOf(first)}`;
  return `${capital(statusWords[first.status])} op ${sinceOf(first)}`;
}

interface Asked {
  readonly outcomes: readonly { readonly followUpOn: string | null }[] | null;
}

/** Since which day it is to be asked whether what was found lasts; null where it is not, today. */
export function dueSince({ outcomes }: Asked, today: string): string | null {
  const due = outcomes?.[0]?.followUpOn ?? null;
  return due !== null && due <= today ? due : null;
}
