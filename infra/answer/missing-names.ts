import type { AskedHub } from './ask-hub.js';
import type { Options } from './options-answer.js';
import { namedAtMost } from './options-summary.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Names, by identifier, of the organisations that are named as without a figure: known from the options, else asked for. */
export async function namesOfMissing(hub: AskedHub, options: Options): Promise<Map<string, string>> {
  const shown = options.edges.map(({ node }) => node.organisation).filter((organisation) => organisation !== null);
  const names = new Map(shown.map(({ id, name }) => [id, name]));
  const missing = options.missingSources.nodes.slice(0, namedAtMost).map(({ organisationId }) => organisationId);
  for (const { id, name } of await askNames(
    hub,
    missing.filter((id) => !names.has(id)),
  ))
    names.set(id, name);
  return names;
}

async function askNames(hub: AskedHub, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  const parameters = ids.map((_, index) => `$id${index}: ID!`).join(', ');
  const fields = ids.map((_, index) => `o${index}: organisation(id: $id${index}) { id name }`).join(' ');
  const variables = Object.fromEntries(ids.map((id, index) => [`id${index}`, id]));
  const document = `query NamesOfOrganisations(${parameters}) { ${fields} }`;
  const { data } = await hub.ask<Record<string, Named | null>>(document, variables);
  return Object.values(data ?? {}).filter((organisation) => organisation !== null);
}
