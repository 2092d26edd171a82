import type { GraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  isInterfaceType,
  isObjectType,
  parse,
  type FormattedExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { FetchOptions } from '../plan/run.js';
import type { Row } from '../rows.js';
import { referred, worldResolver, worldType, type Thing, type WorldTerms } from './world.js';

/** What a subgraph was asked. */
export interface Asked {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Row>;
}

/** Answers otherwise than a sound subgraph would. Throws for one that is not reached. */
export type Spoil = (asked: Asked, answer: FormattedExecutionResult) => FormattedExecutionResult;

/** What a request takes along: how it is answered, and what was asked for it. */
export interface TestContext {
  readonly spoil: Spoil;
  readonly asked: Asked[];
}

/** A subgraph that tells of the world, as a data source of a gateway whose requests have a TestContext. */
export function fakeSubgraph(subgraph: string, schema: GraphQLSchema, world: WorldTerms): GraphQLDataSource {
  return {
    async process(options) {
      const { context, request, compiled } = options as FetchOptions;
      const { query = '', variables = {} } = compiled ? (JSON.parse(compiled.body) as typeof request) : request;
      const { spoil, asked } = context as TestContext;
      const question = { subgraph, query, variables };
      asked.push(question);
      const result = await execute({
        schema,
        document: parse(question.query),
        variableValues: question.variables,
        fieldResolver: worldResolver(world),
        typeResolver: worldType,
      });
      // what comes over HTTP is fresh, and may be changed
      const answer = JSON.parse(JSON.stringify(result)) as FormattedExecutionResult;
      return spoil(question, answer);
    },
  };
}

/** The schema of a subgraph whose entities are found in the world. */
export function subgraphSchema(sdl: string): GraphQLSchema {
  const schema = buildSubgraphSchema(parse(sdl));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const find = (representation: Readonly<Row>): Thing | null =>
      typed(referred(representation), isInterfaceType(type));
    type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference: find } } };
  }
  return schema;
}

/** An entity that was asked for by its interface is of the type that its place names. */
function typed(thing: Thing | null, isOfInterface: boolean): Thing | null {
  return thing && isOfInterface ? { ...thing, __typename: thing.place.split(':')[0] ?? '' } : thing;
}
