import { roundTableState } from '../../generated/words.js';
import type { RoundTableState } from '../../generated/words.js';
import { capital, day, moment } from '../../parts/dutch.js';

interface Table {
  readonly id: string;
  readonly state: RoundTableState;
  readonly plannedAt: string;
  readonly heldAt?: string | null;
}

/** What became of round tables, in one sentence. */
export function tablesNews(before: readonly Table[], now: readonly Table[]): string | null {
  const stood = new Map(before.map(({ id, state }) => [id, state]));
  const [first, ...others] = now.filter(({ id, state }) => stood.get(id) !== state);
  if (!first) return null;
  const rest = others.length > 0 ? `, en ${others.length} andere` : '';
  return `Ronde tafel van ${moment(first.plannedAt)}: ${roundTableState[first.state]}${rest}.`;
}

/** How the round tables about a case stand, in a few words: the first that is planned, else the last that was held. */
export function tablesStanding(tables: readonly Table[]): string {
  const [next, ...more] = tables
    .filter(({ state }) => state === 'PLANNED')
    .toSorted((a, b) => a.plannedAt.localeCompare(b.plannedAt));
  if (next)
    return `${capital(roundTableState.PLANNED)} op ${moment(next.plannedAt)}${more.length > 0 ? `, en ${more.length} later` : ''}`;
  const last = tables
    .flatMap(({ heldAt }) => heldAt ?? [])
    .toSorted()
    .at(-1);
  return last === undefined ? 'Nog geen' : `De laatste was op ${day(last)}`;
}
