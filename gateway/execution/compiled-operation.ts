import type { GraphQLDataSource } from '@apollo/gateway';
import { getVariableValues, type GraphQLError } from 'graphql';
import { compileOperation, type Execute, type Planned } from './compile-operation.js';
import { conditionsIn } from './conditions.js';
import { NotCompiled, type Reason } from './not-compiled.js';
import type { TypesWithin } from './plan/type-sets.js';
import type { RecentlyUsed } from './recently-used.js';
import type { Row } from './rows.js';

/** How one request is to be run: as compiled code, not at all, or by the stock executor. */
export type Way =
  { readonly execute: Execute } | { readonly refused: readonly GraphQLError[] } | { readonly leftFor: Reason };

/** An operation with its plan, and the links that it runs over. */
export interface Found extends Planned {
  readonly sources: Readonly<Record<string, GraphQLDataSource>>;
}

/** Where what is compiled is kept, of all operations together. */
export interface Kept {
  readonly ways: RecentlyUsed<Way>;
  /** Names this operation there. */
  readonly key: string;
}

/** An operation that was planned, compiled for each value of the variables by which fields come and go. */
export class CompiledOperation {
  readonly #conditions: readonly string[];

  constructor(
    private readonly planned: Found,
    private readonly within: TypesWithin,
    private readonly kept: Kept,
  ) {
    this.#conditions = conditionsIn(planned);
  }

  get sources(): Found['sources'] {
    return this.planned.sources;
  }

  /** How a request with these variables is to be run. Variables that do not fit the operation refuse it. */
  wayFor(variables: Readonly<Row>): Way {
    const { operation, schema } = this.planned;
    const { errors, coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variables });
    if (errors) return { refused: errors };
    const values = this.#conditions.map((name) => coerced[name]);
    const { ways } = this.kept;
    const key = `${this.kept.key} ${values.join()}`;
    const known = ways.get(key);
    if (known) return known;
    const way = this.#compile(values);
    ways.set(key, way);
    return way;
  }

  #compile(values: readonly unknown[]): Way {
    try {
      if (!values.every((value) => typeof value === 'boolean')) throw new NotCompiled('condition');
      const conditions = new Map(this.#conditions.map((name, index) => [name, values[index] === true]));
      return { execute: compileOperation(this.planned, conditions, this.within) };
    } catch (error) {
      if (error instanceof NotCompiled) return { leftFor: error.reason };
      throw error;
    }
  }
}
