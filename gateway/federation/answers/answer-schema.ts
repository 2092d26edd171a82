import { buildASTSchema, Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql';

/** Nobody asks where in the text a type stands; to keep that takes more than the types do. */
const withoutPlaces = { noLocation: true };

/** The schema that the answers of subgraphs are read with: the whole supergraph and the way in through `_entities`. */
export function answerSchema(supergraphSdl: string): GraphQLSchema {
  const entities = entityNames(parse(supergraphSdl, withoutPlaces));
  const wayIn =
    entities.length === 0
      ? ''
      : `scalar _Any
         union _Entity = ${entities.join(' | ')}
         extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;
  return buildASTSchema(parse(`${supergraphSdl}\n${wayIn}`, withoutPlaces), {
    assumeValid: true,
    assumeValidSDL: true,
  });
}

/** The types that a subgraph can be asked for by their key. */
function entityNames(supergraph: DocumentNode): string[] {
  return supergraph.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
    definition.directives?.some(
      ({ name, arguments: given }) =>
        name.value === 'join__type' && given?.some((argument) => argument.name.value === 'key'),
    )
      ? [definition.name.value]
      : [],
  );
}
