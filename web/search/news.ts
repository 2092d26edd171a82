import { freeText } from './facts.js';
import type { Option, Options } from './options.js';

/** What changed in a list of options, in one sentence; null where it holds as much as before. */
export function optionNews(before: Options, now: Options): string | null {
  // another page of the same list is no news
  if (before.edges.length !== now.edges.length && before.totalCount === now.totalCount) return null;
  const stood = new Map(before.edges.map((option) => [option.node.id, option]));
  const stand = new Set(now.edges.map(({ node }) => node.id));
  const [first, ...others] = [
    ...now.edges.flatMap((option) => wordsOf(stood.get(option.node.id), option)),
    ...before.edges.filter(({ node }) => !stand.has(node.id)).map((option) => `${nameOf(option)} past nu niet meer`),
  ];
  if (first === undefined) return null;
  return `De lijst is bijgewerkt. ${first}${others.length > 0 ? `, en ${others.length} andere` : ''}.`;
}

function wordsOf(before: Option | undefined, now: Option): string[] {
  if (!before) return [`${nameOf(now)} is nieuw`];
  const free = freeText(now.node);
  return free === freeText(before.node) ? [] : [`${nameOf(now)}: nu ${free} vrij`];
}

function nameOf({ node: { title, organisation } }: Option): string {
  return organisation?.name ? `${title} van ${organisation.name}` : title;
}

/** The list as it is now, and in their old place those that somebody works on and that left it meanwhile. */
export function withKept(now: readonly Option[], kept: ReadonlyMap<string, Option>): Option[] {
  const stand = new Set(now.map(({ node }) => node.id));
  const shown = [...now];
  const left = [...kept.values()].filter(({ node }) => !stand.has(node.id)).sort((a, b) => a.rank - b.rank);
  for (const option of left) shown.splice(Math.min(option.rank - 1, shown.length), 0, option);
  return shown;
}
