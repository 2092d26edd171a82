import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { isRow, readerOf, type Row } from '../rows.js';
import { merge } from './merge.js';
import type { TypesWithin } from './type-sets.js';

/** Makes what a subgraph is told of an entity; null when the entity lacks part of it, so that it cannot be asked for. */
export type Represent = (entity: Row) => Row | null;

/** Adds its part to a representation; false when the entity lacks it. */
type Add = (entity: Row, representation: Row) => boolean;

/** Compiles the `requires` of a fetch. What is missing deeper inside is told as null, as the subgraph would have to see it. */
export function compileRequires(selections: readonly QueryPlanSelectionNode[], within: TypesWithin): Represent {
  const parts = selections.map((selection) => compilePart(selection, within));
  return (entity) => {
    const representation: Row = {};
    for (const add of parts) if (!add(entity, representation)) return null;
    return representation;
  };
}

function compilePart(selection: QueryPlanSelectionNode, within: TypesWithin): Add {
  if (selection.kind === 'Field') {
    const nested = selection.selections && compileRequires(selection.selections, within);
    return field(selection.alias ?? selection.name, nested);
  }
  const { typeCondition, selections } = selection;
  return typeCondition === undefined
    ? () => true
    : fragment(within(typeCondition), compileRequires(selections, within));
}

function field(name: string, nested: Represent | undefined): Add {
  const read = readerOf(name);
  return (entity, representation) => {
    const value = read(entity);
    if (value === undefined) return false;
    representation[name] = nested ? within(value, nested) : value;
    return true;
  };
}

function within(value: unknown, nested: Represent): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => within(item, nested));
  return isRow(value) ? nested(value) : null;
}

function fragment(types: ReadonlySet<string>, represent: Represent): Add {
  return (entity, representation) => {
    const type = entity['__typename'];
    const part = typeof type === 'string' && types.has(type) ? represent(entity) : null;
    if (part) merge(representation, part);
    return true;
  };
}
