import { careName, statusWords, type Placement } from './care.js';

/** What became of the care of a case, in one sentence. */
export function careNews(before: readonly Placement[], now: readonly Placement[]): string | null {
  const stood = new Map(before.map(({ id, status }) => [id, status]));
  const [first, ...others] = now.filter(({ id, status }) => stood.get(id) !== status);
  if (!first?.status) return null;
  const rest = others.length > 0 ? `, en ${others.length} andere` : '';
  return `${careName(first)}: ${statusWords[first.status]}${rest}.`;
}
