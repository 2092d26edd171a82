import 'reflect-metadata';
import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { buildSchema, createResolversMap, type BuildSchemaOptions } from 'type-graphql';
import type { Caller } from '../identity/caller.js';
import { guardReference, guardSchema } from '../policy/guard.js';
import type { Policy } from '../policy/policy.js';

const federation = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible"]
)`;

/** What a key from another subgraph stands for here; `null` when nothing stands behind it for this caller. */
export type ReferenceResolver<C> = (reference: never, context: C, info: GraphQLResolveInfo) => unknown;

interface FederatedSchemaOptions<C> {
  readonly resolvers: BuildSchemaOptions['resolvers'];
  /** Classes that no field of this subgraph leads to: borrowed entities to which it only adds fields. */
  readonly borrowed?: NonNullable<BuildSchemaOptions['orphanedTypes']>;
  readonly references: Readonly<Record<string, ReferenceResolver<C>>>;
  readonly policy: Policy;
}

/** One subgraph's executable schema from its type-graphql classes: federated, guarded by its policy, nothing global. */
export async function buildFederatedSchema<C extends { caller: Caller }>(
  options: FederatedSchemaOptions<C>,
): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: options.resolvers,
    orphanedTypes: options.borrowed ?? [],
    skipCheck: true,
    validate: false,
  });
  const federated = buildSubgraphSchema({
    typeDefs: parse(`${federation}\n${printSchemaWithDirectives(schema)}`),
    resolvers: { ...createResolversMap(schema), ...withReferences(createResolversMap(schema), options) } as never,
  });
  return guardSchema(federated, options.policy);
}

function withReferences<C extends { caller: Caller }>(
  resolvers: Record<string, unknown>,
  { references, policy }: FederatedSchemaOptions<C>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(references).map(([typeName, resolve]) => [
      typeName,
      {
        ...(resolvers[typeName] as object | undefined),
        __resolveReference: (reference: never, context: C, info: GraphQLResolveInfo) =>
          guardReference(policy, typeName, context.caller, () => resolve(reference, context, info)),
      },
    ]),
  );
}

/** The schema as committed beside each subgraph. */
export function printFederatedSchema(schema: GraphQLSchema): string {
  return `${printSubgraphSchema(schema)}\n`;
}
