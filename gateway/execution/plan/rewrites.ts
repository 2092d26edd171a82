import type { FetchDataRewrite } from '@apollo/query-planner';
import { isRow, readerOf, type Row } from '../rows.js';
import type { TypesWithin } from './type-sets.js';

/** Changes what is sent or received in place. */
export type Rewrite = (value: unknown) => void;

const fragmentStart = '... on ';

/** Compiles the rewrites of a fetch: values that are set and fields that are renamed, at paths of names and type conditions. */
export function compileRewrites(rewrites: readonly FetchDataRewrite[], within: TypesWithin): Rewrite {
  const all = rewrites.map((rewrite) => compileRewrite(rewrite, within));
  return (value) => {
    for (const rewrite of all) rewrite(value);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, within: TypesWithin): Rewrite {
  const name = rewrite.path.at(-1) ?? '';
  const change = rewrite.kind === 'ValueSetter' ? setter(name, rewrite.setValueTo) : renamer(name, rewrite.renameKeyTo);
  return rewrite.path.slice(0, -1).reduceRight((next, element) => descend(element, next, within), onEach(change));
}

function setter(name: string, value: unknown): (row: Row) => void {
  return (row) => {
    row[name] = value;
  };
}

function renamer(name: string, to: string): (row: Row) => void {
  const read = readerOf(name);
  return (row) => {
    const value = read(row);
    if (value === undefined) return;
    row[to] = value;
    row[name] = undefined;
  };
}

function descend(element: string, next: Rewrite, within: TypesWithin): Rewrite {
  if (!element.startsWith(fragmentStart)) {
    const read = readerOf(element);
    return onEach((row) => next(read(row)));
  }
  const types = within(element.slice(fragmentStart.length));
  return onEach((row) => {
    const type = row['__typename'];
    // rows without a name of their type are taken to be of it
    if (typeof type !== 'string' || type === '' || types.has(type)) next(row);
  });
}

function onEach(change: (row: Row) => void): Rewrite {
  const rewrite: Rewrite = (value) => {
    if (Array.isArray(value)) value.forEach(rewrite);
    else if (isRow(value)) change(value);
  };
  return rewrite;
}
