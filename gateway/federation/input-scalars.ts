import { isScalarType, type GraphQLScalarType, type GraphQLSchema } from 'graphql';
import * as vocabulary from '../../vocabulary/scalars.js';

const checks: Readonly<Record<string, GraphQLScalarType>> = Object.fromEntries(
  Object.values(vocabulary).map((scalar) => [scalar.name, scalar]),
);

/**
 * Lets a schema that came as SDL refuse what its scalars refuse. Without this a postcode that is none is told by the subgraph, late
 * and without its place. What a scalar makes of a value is left to the subgraph, which gets what the client sent.
 */
export function checkInputScalars(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const known = checks[type.name];
    if (!isScalarType(type) || !known) continue;
    type.parseValue = (value) => known.parseValue(value);
    type.parseLiteral = (node, variables) => {
      try {
        return known.parseLiteral(node, variables);
      } catch (error) {
        // graphql-js adds the place in the document to any error but its own
        throw new Error(type.name, { cause: error });
      }
    };
  }
}
