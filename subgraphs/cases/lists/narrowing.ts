import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** For each part of a filter the condition in SQL, with the part's own name as its parameter. */
export type Conditions<F> = { readonly [K in keyof F]-?: string };

/** Adds the conditions of the parts of a filter that are given; a part that is left out or null does not narrow. */
export function narrow<T extends ObjectLiteral, F extends object>(
  query: SelectQueryBuilder<T>,
  conditions: Conditions<F>,
  filter: F,
): SelectQueryBuilder<T> {
  for (const name of Object.keys(conditions) as (keyof F & string)[]) {
    if (filter[name] != null) query.andWhere(conditions[name], { [name]: filter[name] });
  }
  return query;
}
