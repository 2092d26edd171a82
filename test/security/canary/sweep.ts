import fc from 'fast-check';
import { Kind, parse, typeFromAST, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { everyOperation } from '../../every-operation.js';
import { argumentOf, type KnownValues } from '../malformed/arguments.js';
import { canary } from '../malformed/hostile.js';

export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const samples = 3;

/** All that can be asked at once: each registered operation with values for its variables, each root field with all below it, and rubbish. */
export function wholeSweep(
  schema: GraphQLSchema,
  registered: readonly string[],
  known: KnownValues,
  seed: number,
): Question[] {
  const given = registered.flatMap((query) =>
    fc.sample(variablesOf(schema, query, known), { numRuns: samples, seed }).map((variables) => ({ query, variables })),
  );
  const whole = everyOperation(schema, {}).map(({ document }) => ({ query: document, variables: {} }));
  const rubbish = [
    `{ ${canary} }`,
    `{ case(id: "${canary}") { id ${canary} } }`,
    `query ($a: ${canary}) { version }`,
    `{ (${canary}`,
  ];
  return [...given, ...whole, ...rubbish.map((query) => ({ query, variables: { [canary]: canary } }))];
}

function variablesOf(schema: GraphQLSchema, query: string, known: KnownValues): fc.Arbitrary<Record<string, unknown>> {
  const operation = parse(query).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const variables = (operation?.variableDefinitions ?? []).map(({ variable, type }) => {
    const wanted = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
    if (!wanted) throw new Error(`there is no type for $${variable.name.value}`);
    return [variable.name.value, argumentOf(variable.name.value, wanted, known, 0)] as const;
  });
  return fc.record(Object.fromEntries(variables));
}
