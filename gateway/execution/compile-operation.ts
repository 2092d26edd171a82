import type { QueryPlan } from '@apollo/query-planner';
import { visit, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { NotCompiled } from './not-compiled.js';
import type { Outcome } from './outcome.js';
import { compilePlan } from './plan/compile-plan.js';
import type { Run } from './plan/run.js';
import type { TypesWithin } from './plan/type-sets.js';
import { toError, type Fault } from './shape/fault.js';
import { Shape } from './shape/shape.js';

/** An operation with its plan, as @apollo/gateway made it. */
export interface Planned {
  /** What clients see of the supergraph. */
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly plan: QueryPlan;
}

/** Runs an operation: fetches into the root of the run, then shapes the answer. */
export type Execute = (run: Run) => Promise<Outcome>;

/** Compiles an operation with its plan. Throws NotCompiled for what is left to the stock executor. */
export function compileOperation(
  planned: Planned,
  conditions: ReadonlyMap<string, boolean>,
  within: TypesWithin,
): Execute {
  const { plan, schema, operation, fragments } = planned;
  checkNames(planned);
  const type = schema.getRootType(operation.operation);
  if (!type || plan.node?.kind === 'Subscription') throw new NotCompiled('plan');
  const fetchAll = plan.node && compilePlan(plan.node, { within, conditions });
  const shape = new Shape({ schema, fragments, conditions }, { type, sets: [operation.selectionSet] }, type.name);
  return async (run) => {
    await fetchAll?.(run, [run.root]);
    const faults: Fault[] = [];
    const data = shape.shapeAs(type, run.root, faults);
    return { data, errors: run.errors, unfit: faults.map(toError) };
  };
}

/** What is compiled when the first object comes must not fail then: what cannot be is found before. */
function checkNames({ operation, fragments }: Planned): void {
  for (const definition of [operation, ...Object.values(fragments)])
    visit(definition, {
      Field: ({ name, alias }) => {
        if (name.value === '__schema' || name.value === '__type') throw new NotCompiled('introspection');
        if (alias?.value === '__proto__' || name.value === '__proto__') throw new NotCompiled('name');
      },
    });
}
