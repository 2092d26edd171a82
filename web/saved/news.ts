import type { SavedSearchesData } from '../generated/operations.js';

export type SavedSearch = NonNullable<SavedSearchesData['savedSearches']>[number];
type Find = SavedSearch['finds'][number];

/** What fits since, in one sentence; null where nothing came. */
export function findNews(before: readonly SavedSearch[], now: readonly SavedSearch[]): string | null {
  const known = new Set(before.flatMap(({ id, finds }) => finds.map((find) => keyOf(id, find))));
  const kept = new Set(before.map(({ id }) => id));
  const [first, ...others] = now
    // what fits a search that was kept just now was seen there
    .filter(({ id }) => kept.has(id))
    .flatMap(({ id, finds }) => finds.filter((find) => !known.has(keyOf(id, find))));
  if (!first) return null;
  const at = first.offer?.organisation?.name ?? 'een aanbieder';
  return `Er is plek bij ${at} die past bij een zoekopdracht die u bewaart${others.length > 0 ? `, en ${others.length} andere` : ''}.`;
}

function keyOf(id: string, { offer, foundAt }: Find): string {
  return `${id} ${offer?.id ?? ''} ${foundAt}`;
}
