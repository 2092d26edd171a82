import type { PlanNode } from '@apollo/query-planner';
import { NotCompiled } from '../not-compiled.js';
import type { Path, Row } from '../rows.js';
import { compileFetch } from './fetch.js';
import type { Step } from './run.js';
import { compilePath } from './targets.js';
import type { TypesWithin } from './type-sets.js';

export interface PlanTerms {
  readonly within: TypesWithin;
  /** The variables of `@skip` and `@include`, each with its value: a plan is compiled for these. */
  readonly conditions: ReadonlyMap<string, boolean>;
}

const nothing: Step = () => Promise.resolve();

/** Compiles a plan, or the part of it below a path of the answer. Throws NotCompiled for what is left to the stock executor. */
export function compilePlan(node: PlanNode, terms: PlanTerms, path: Path = []): Step {
  switch (node.kind) {
    case 'Fetch':
      if (node.contextRewrites) throw new NotCompiled('context');
      return compileFetch(node, path, terms.within);
    case 'Sequence':
      return inSequence(node.nodes.map((part) => compilePlan(part, terms, path)));
    case 'Parallel':
      return inParallel(node.nodes.map((part) => compilePlan(part, terms, path)));
    case 'Flatten':
      return below(node.path, compilePlan(node.node, terms, [...path, ...node.path]));
    case 'Condition': {
      const part = holds(node.condition, terms) ? node.ifClause : node.elseClause;
      return part ? compilePlan(part, terms, path) : nothing;
    }
    default:
      throw new NotCompiled('plan');
  }
}

function holds(condition: string, { conditions }: PlanTerms): boolean {
  const value = conditions.get(condition);
  if (value === undefined) throw new NotCompiled('condition');
  return value;
}

function inSequence(steps: readonly Step[]): Step {
  return async (run, objects) => {
    for (const step of steps) await step(run, objects);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (run, objects) => {
    await Promise.all(steps.map((step) => step(run, objects)));
  };
}

function below(path: Path, step: Step): Step {
  const find = compilePath(path);
  return async (run, objects) => {
    const found: Row[] = [];
    find(objects, found);
    if (found.length > 0) await step(run, found);
  };
}
