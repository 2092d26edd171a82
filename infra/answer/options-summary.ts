import { age, count } from './dutch.js';
import type { Options } from './options-answer.js';

/** How many of a list are named before the rest is only counted. */
export const namedAtMost = 3;

/** One line below the table: how much was considered, how long it took and which subgraphs gave their part. */
export function closingLine(options: Options, milliseconds: number, path: readonly string[]): string {
  return [
    count(options.edges.length, 'optie getoond', 'opties getoond'),
    `${count(options.organisationsConsidered, 'organisatie', 'organisaties')} en ${count(options.offersConsidered, 'aanbod', 'aanbiedingen')} bekeken`,
    `${milliseconds} ms`,
    path.join(' -> '),
  ].join(' · ');
}

/** Which organisations have an otherwise suitable offer but no figure that counts; `names` by identifier. */
export function missingLine(options: Options, names: ReadonlyMap<string, string>): string {
  const { totalCount, nodes } = options.missingSources;
  if (totalCount === 0) return 'Zonder actueel cijfer: niemand.';
  const named = nodes.slice(0, namedAtMost).map(({ organisationId, lastReportAt }) => {
    return `${names.get(organisationId) ?? 'een organisatie'} (${age(lastReportAt, options.evaluatedAt)})`;
  });
  return `Zonder actueel cijfer, bel eerst: ${named.join(', ')}${rest(totalCount - named.length, 'andere')}.`;
}

/** What fell out, most first. */
export function excludedLine({ excluded }: Options): string {
  if (excluded.length === 0) return 'Afgevallen: niets.';
  const mostFirst = excluded.toSorted((a, b) => b.offerCount - a.offerCount);
  const named = mostFirst.slice(0, namedAtMost).map(({ text, offerCount }) => `${offerCount} × ${withoutStop(text)}`);
  const others = mostFirst.slice(namedAtMost).reduce((sum, { offerCount }) => sum + offerCount, 0);
  return `Afgevallen: ${named.join('; ')}${rest(others, 'om andere redenen')}.`;
}

function rest(number: number, what: string): string {
  return number > 0 ? ` en ${number} ${what}` : '';
}

function withoutStop(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
