import type { TableGuestsData } from '../../generated/operations.js';
import type { RoundTable } from './plan-draft.js';

type Team = NonNullable<TableGuestsData['teams']>['edges'][number]['node'];

/** Who is in a team on a day, and those of any team who were chosen already, by identifier. */
export function guestWords(teams: readonly Team[], teamId: string, chosen: readonly string[], today: string) {
  const words: Record<string, string> = {};
  for (const { id: from, name: team, memberships } of teams)
    for (const { fromOn, toOn, professional } of memberships ?? []) {
      const isIn = fromOn <= today && (toOn === null || toOn >= today);
      if (!isIn || !professional) continue;
      const { id } = professional;
      if (from === teamId) words[id] = nameOf(professional);
      else if (chosen.includes(id)) words[id] ??= [nameOf(professional), team].filter(Boolean).join(' · ');
    }
  return words;
}

/** Teams by identifier. */
export function teamWords(teams: readonly Team[]): Record<string, string> {
  return Object.fromEntries(teams.map(({ id, name }) => [id, name ?? 'team zonder naam']));
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
