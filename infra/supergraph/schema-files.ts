import { printFederatedSchema } from '../../platform/subgraph/federated-schema.js';
import { ConfigurationError } from '../../platform/process/environment.js';
import { rightsPage } from '../rights/rights-page.js';
import { subgraphRights } from '../rights/subgraph-rights.js';
import { pageFiles } from './page-files.js';
import { requiredForeignFields } from './completed-fields.js';
import { scopesFile } from './scopes-file.js';
import { composeSupergraph } from './compose-supergraph.js';
import { entityOwners } from './entity-owners.js';

/** A committed file that is made from the schemas, their rights and the page's operations: its path from the root of the repository, and what should stand in it. */
export interface SchemaFile {
  readonly path: string;
  readonly text: string;
}

/** The schema files as the code has them now. Throws a ConfigurationError when the subgraphs do not fit together. */
export async function schemaFiles(): Promise<SchemaFile[]> {
  const rights = await subgraphRights();
  const schemas = Object.fromEntries(rights.map(({ name, schema }) => [name, printFederatedSchema(schema)]));
  const supergraph = composeSupergraph(schemas);
  const findings = requiredForeignFields(schemas, entityOwners);
  if (findings.length > 0) throw new ConfigurationError(findings.join('\n'));
  return [
    ...Object.entries(schemas).map(([name, text]) => ({ path: `subgraphs/${name}/schema.graphql`, text })),
    { path: 'gateway/supergraph.graphql', text: supergraph },
    { path: 'gateway/scopes.csv', text: scopesFile(rights) },
    { path: 'docs/rights.md', text: rightsPage(rights) },
    ...pageFiles(supergraph),
  ];
}
