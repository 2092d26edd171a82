import { printFederatedSchema } from '../../platform/subgraph/federated-schema.js';
import { ConfigurationError } from '../../platform/process/environment.js';
import { buildCapacitySchema } from '../../subgraphs/capacity/schema.js';
import { buildCasesSchema } from '../../subgraphs/cases/schema.js';
import { buildPeopleSchema } from '../../subgraphs/people/schema.js';
import { requiredForeignFields } from './completed-fields.js';
import { composeSupergraph } from './compose-supergraph.js';
import { entityOwners } from './entity-owners.js';

/** A committed file of the schema: its path from the root of the repository, and what should stand in it. */
export interface SchemaFile {
  readonly path: string;
  readonly text: string;
}

/** The schema files as the code has them now. Throws a ConfigurationError when the subgraphs do not fit together. */
export async function schemaFiles(): Promise<SchemaFile[]> {
  const schemas = {
    cases: printFederatedSchema(await buildCasesSchema()),
    capacity: printFederatedSchema(await buildCapacitySchema()),
    people: printFederatedSchema(await buildPeopleSchema()),
  };
  const supergraph = composeSupergraph(schemas);
  const findings = requiredForeignFields(schemas, entityOwners);
  if (findings.length > 0) throw new ConfigurationError(findings.join('\n'));
  return [
    ...Object.entries(schemas).map(([name, text]) => ({ path: `subgraphs/${name}/schema.graphql`, text })),
    { path: 'gateway/supergraph.graphql', text: supergraph },
  ];
}
