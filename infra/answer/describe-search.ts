import type { AskedHub } from './ask-hub.js';
import { namesOfMissing } from './missing-names.js';
import { closingLine, excludedLine, missingLine } from './options-summary.js';
import { optionsTable } from './options-table.js';
import type { Search } from './search.js';

/** What a person reads of a search, in a terminal of `width` columns: in Dutch, as a broker would. */
export async function describeSearch(hub: AskedHub, search: Search, width: number): Promise<string> {
  const { answer, heading, options } = search;
  const errors = [...new Set(answer.errors.map(({ message }) => `Let op: ${message}`))];
  if (!options) return [...errors, ...(heading === null ? [] : [heading])].join('\n');
  return [
    ...errors,
    ...(heading === null ? [] : [heading, '']),
    options.edges.length > 0 ? optionsTable(options, width) : 'Er is geen aanbod dat aan alle eisen voldoet.',
    '',
    closingLine(options, answer.milliseconds, pathOf(search)),
    missingLine(options, await namesOfMissing(hub, options)),
    excludedLine(options),
  ].join('\n');
}

/** The subgraphs whose part of the answer is there, in the order in which the question passes them. */
function pathOf({ heading, options }: Search): string[] {
  const hasOrganisation = options?.edges.some(({ node }) => node.organisation?.name != null);
  return [...(heading === null ? [] : ['cases']), 'capacity', ...(hasOrganisation ? ['people'] : [])];
}
