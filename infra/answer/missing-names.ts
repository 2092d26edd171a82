import type { AskedHub } from './ask-hub.js';
import type { Options } from './options-answer.js';
import { namedAtMost } from './options-summary.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Names, by identifier, of the organisations that are named as without a figure. */
export async function namesOfMissing(hub: AskedHub, options: Options): Promise<Map<string, string>> {
  const ids = options.missingSources.nodes.slice(0, namedAtMost).map(({ organisationId }) => organisationId);
  if (ids.length === 0) return new Map();
  const parameters = ids.map((_, index) => `$id${index}: ID!`).join(', ');
  const fields = ids.map((_, index) => `o${index}: organisation(id: $id${index}) { id name }`).join(' ');
  const variables = Object.fromEntries(ids.map((id, index) => [`id${index}`, id]));
  const document = `query NamesOfOrganisations(${parameters}) { ${fields} }`;
  const { data } = await hub.ask<Record<string, Named | null>>(document, variables);
  const found = Object.values(data ?? {}).filter((organisation) => organisation !== null);
  return new Map(found.map(({ id, name }) => [id, name]));
}
