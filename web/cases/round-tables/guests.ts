import type { TableGuestsData } from '../../generated/operations.js';
import type { RoundTable } from './plan-draft.js';

type Team = NonNullable<TableGuestsData['teams']>['edges'][number]['node'];

/** Who is in teams on a day, by identifier: each once, with the first team. */
export function guestWords(teams: readonly Team[], today: string): Record<string, string> {
  const words = new Map<string, string>();
  for (const { name: team, memberships } of teams)
    for (const { fromOn, toOn, professional } of memberships ?? []) {
      const isIn = fromOn <= today && (toOn === null || toOn >= today);
      if (!isIn || !professional || words.has(professional.id)) continue;
      words.set(professional.id, [nameOf(professional), team].filter(Boolean).join(' · '));
    }
  return Object.fromEntries(words);
}

/** Who is asked to a round table, by identifier. */
export function askedWords({ participants }: Pick<RoundTable, 'participants'>): Record<string, string> {
  return Object.fromEntries((participants ?? []).flatMap((one) => (one ? [[one.id, nameOf(one)]] : [])));
}

interface Named {
  readonly name: string | null;
  readonly jobTitle?: string | null;
}

/** Somebody in a word, with what they do. */
export function nameOf({ name, jobTitle }: Named): string {
  return [name ?? 'iemand die nu niet te vinden is', jobTitle].filter(Boolean).join(', ');
}
